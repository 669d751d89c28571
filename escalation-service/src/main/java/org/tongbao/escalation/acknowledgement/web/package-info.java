/** The page behind the link of a mail. It needs no login, and shows no more than the mail did. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.acknowledgement.web;
