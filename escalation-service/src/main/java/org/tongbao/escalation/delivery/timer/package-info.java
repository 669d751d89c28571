/** Drives ladders and deliveries. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.timer;
