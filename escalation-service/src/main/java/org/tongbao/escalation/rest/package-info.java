/** Reasons of a refusal as HTTP, for all features. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.rest;
