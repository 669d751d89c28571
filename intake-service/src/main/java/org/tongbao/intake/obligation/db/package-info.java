/** Claims obligations that are due. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.db;
