/** Looks for what no notice and no delivery may ever be: without a due time, without an end, missing. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.audit.usecase;
