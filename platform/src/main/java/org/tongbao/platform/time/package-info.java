/** The clock, and the monotonic beat that drives everything periodic. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.time;
