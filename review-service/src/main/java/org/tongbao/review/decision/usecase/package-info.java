/** What a reviewer does: claim, release, decide, take over, request information. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.decision.usecase;
