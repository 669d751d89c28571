/** Messages of the directory over HTTP. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.rest;
