/** Dry runs over HTTP. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.dryrun.rest;
