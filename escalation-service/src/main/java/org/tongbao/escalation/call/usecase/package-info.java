/** The call sheet of the duty desk, and the results of calls. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.call.usecase;
