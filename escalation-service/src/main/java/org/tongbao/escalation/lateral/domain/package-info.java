/** 橫向通報: when the duty desk confirms first. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.lateral.domain;
