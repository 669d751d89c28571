/** Calls the use cases that wait for time to pass. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timer;
