/** The endpoints of the queue. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.queue.rest;
