/** What one process has in flight, for both engines. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.timer;
