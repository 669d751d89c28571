/** Replies of affected agencies over HTTP. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.lateral.rest;
