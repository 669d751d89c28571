/** Runs what depends on time; decides nothing. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.review.timer;
