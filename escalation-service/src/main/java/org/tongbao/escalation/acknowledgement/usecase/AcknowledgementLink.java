package org.tongbao.escalation.acknowledgement.usecase;

import java.net.URI;

/**
 * What the mail to one recipient carries.
 *
 * @param link page of the acknowledgement, the token in its fragment
 * @param code short code, typed on the same page or spoken on the phone
 */
public record AcknowledgementLink(URI link, String code) {}
