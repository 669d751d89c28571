/** Events consumed exactly once in effect and in order; one that is ahead is parked, where a metric shows it. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.inbox;
