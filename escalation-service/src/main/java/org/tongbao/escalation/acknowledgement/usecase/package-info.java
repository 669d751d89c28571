/** Acknowledging: by the link or code of a mail, in a portal, by the code spoken on the phone. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.acknowledgement.usecase;
