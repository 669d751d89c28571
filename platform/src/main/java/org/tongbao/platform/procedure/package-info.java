/** The procedures (作業程序) in force here, and every version an incident was opened under. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.procedure;
