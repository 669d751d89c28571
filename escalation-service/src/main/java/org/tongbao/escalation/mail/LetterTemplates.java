package org.tongbao.escalation.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/mail}: the same letter twice. */
@CheckedTemplate(basePath = "mail")
final class LetterTemplates {
    private LetterTemplates() {}

    static native TemplateInstance plain(LetterView letter);

    static native TemplateInstance page(LetterView letter);
}
