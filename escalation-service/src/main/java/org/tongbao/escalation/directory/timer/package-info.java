/** Drives the messages of the directory. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.timer;
