/** 審核: the review with its clock, its authorities and its decision. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.review.domain;
