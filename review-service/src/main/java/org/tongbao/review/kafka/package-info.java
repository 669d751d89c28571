/** Events in and out. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.kafka;
