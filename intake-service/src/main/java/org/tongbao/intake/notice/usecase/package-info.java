/** Record what escalation-service did. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.notice.usecase;
