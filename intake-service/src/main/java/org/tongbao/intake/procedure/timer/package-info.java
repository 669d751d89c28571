/** What runs at the start. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.procedure.timer;
