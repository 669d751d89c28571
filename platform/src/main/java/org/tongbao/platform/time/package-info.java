/** The clock, periodic tasks on a monotonic timer, and times as text. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.time;
