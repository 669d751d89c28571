/** The endpoints of a reviewer's actions. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.decision.rest;
