/** The affected agencies of an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.affected.rest;
