/** What happens to incidents and calls for notices. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.incident.usecase;
