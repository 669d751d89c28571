/** The procedures, readable by people and machines. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.procedure.rest;
