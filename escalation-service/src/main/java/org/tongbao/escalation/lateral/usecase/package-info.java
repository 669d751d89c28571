/** 橫向通報: affected agencies are notified, confirmed when they are many, and reply. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.lateral.usecase;
