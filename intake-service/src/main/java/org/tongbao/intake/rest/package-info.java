/** The REST endpoints: bodies are validated against {@code schemas/}; refusals are mapped to problems in one place. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.rest;
