/** Warn of limits and record those that were missed. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.usecase;
