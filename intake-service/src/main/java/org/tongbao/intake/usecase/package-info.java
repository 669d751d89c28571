/** Use cases, one class each, and their ports. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.usecase;
