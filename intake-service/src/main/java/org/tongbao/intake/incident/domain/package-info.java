/** The incident: its identity, state and changes. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.incident.domain;
