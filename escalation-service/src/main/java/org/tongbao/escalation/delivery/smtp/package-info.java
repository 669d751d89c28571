/**
 * How a mail reaches a relay: two relays, each attempt with a time limit, and a result that says whether the relay has it.
 */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.smtp;
