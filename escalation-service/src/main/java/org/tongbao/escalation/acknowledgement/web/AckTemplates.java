package org.tongbao.escalation.acknowledgement.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/ack}. */
@CheckedTemplate(basePath = "ack")
final class AckTemplates {
    private AckTemplates() {}

    static native TemplateInstance page(AckPage page);
}
