/** What this service can do, one class each, and the ports it needs for it. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.usecase;
