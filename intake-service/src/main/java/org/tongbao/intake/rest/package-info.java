/** The doors: bodies are checked against {@code schemas/}, refusals of the domain become problems in one place. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.rest;
