/** Read the queue, and one review with its history. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.queue.usecase;
