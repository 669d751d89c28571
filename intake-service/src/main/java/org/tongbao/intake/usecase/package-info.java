/** What intake can do, one class each, and the ports it needs for that. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.usecase;
