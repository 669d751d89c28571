/** Consumes the agency tree. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.kafka;
