/** When a delivery is tried again. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.domain;
