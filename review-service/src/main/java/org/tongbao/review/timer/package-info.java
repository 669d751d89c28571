/** Calls use cases on a beat; decides nothing. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.timer;
