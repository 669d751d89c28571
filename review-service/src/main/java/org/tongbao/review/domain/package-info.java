/** What a review is and may become: plain, synchronous Java without a clock. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.domain;
