/** The JSON doors: who was told, calls to make, replies, dry runs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.rest;
