/** Classification by the matrix of a procedure. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.level.rest;
