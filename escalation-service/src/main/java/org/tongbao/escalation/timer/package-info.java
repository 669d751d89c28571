/** The beats of the engine: they call use cases and decide nothing. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.timer;
