package org.tongbao.escalation.delivery.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/mail}: the same letter twice. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {
    private MailTemplates() {}

    static native TemplateInstance plain(MailView letter);

    static native TemplateInstance page(MailView letter);
}
