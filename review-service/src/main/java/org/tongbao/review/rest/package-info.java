/** The doors of reviewers. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.rest;
