/** The channel mail: what a mail says, in both languages. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.mail;
