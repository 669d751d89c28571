/** Find and save the copy of an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.incident.usecase;
