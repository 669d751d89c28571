/** Who would be notified, by the code that notifies. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.dryrun.usecase;
