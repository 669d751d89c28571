/** What this service keeps of an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.incident.domain;
