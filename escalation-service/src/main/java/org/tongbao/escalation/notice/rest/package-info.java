/** Notices over HTTP. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.notice.rest;
