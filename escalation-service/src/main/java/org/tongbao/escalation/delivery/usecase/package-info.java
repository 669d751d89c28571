/** Deliveries: claimed, sent outside of any transaction, recorded by their fencing number. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.usecase;
