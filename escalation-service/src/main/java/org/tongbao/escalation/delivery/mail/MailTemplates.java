package org.tongbao.escalation.delivery.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/mail}: the same mail as text and as HTML. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {
    private MailTemplates() {}

    static native TemplateInstance plain(MailView mail);

    static native TemplateInstance page(MailView mail);
}
