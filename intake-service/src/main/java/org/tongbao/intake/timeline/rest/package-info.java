/** The timeline of an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timeline.rest;
