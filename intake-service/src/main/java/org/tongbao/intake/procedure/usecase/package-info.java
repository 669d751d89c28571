/** 作業程序: the procedure versions known here. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.procedure.usecase;
