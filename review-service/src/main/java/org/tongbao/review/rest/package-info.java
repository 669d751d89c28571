/** What the endpoints of every feature need: the view of a review, and refusals as problems. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.rest;
