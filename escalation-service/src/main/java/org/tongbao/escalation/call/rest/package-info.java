/** The call sheet over HTTP, with what to say in each call. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.call.rest;
