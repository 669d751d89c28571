/** 事件: what is known here of a reported incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.incident.domain;
