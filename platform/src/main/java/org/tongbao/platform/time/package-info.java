/** The clock, and the periodic task with its monotonic timer. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.time;
