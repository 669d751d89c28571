/** Name affected agencies and track which of them were reached. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.affected.usecase;
