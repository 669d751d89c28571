/** Read one incident or a list. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.incident.rest;
