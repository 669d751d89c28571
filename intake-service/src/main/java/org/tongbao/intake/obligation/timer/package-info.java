/** Runs what depends on time. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.timer;
