/** Announces the changes of an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.incident.kafka;
