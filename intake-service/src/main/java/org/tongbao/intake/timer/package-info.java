/** Runs the use cases that depend on time. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timer;
