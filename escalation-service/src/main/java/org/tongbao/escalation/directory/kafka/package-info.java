/** Events of the directory that call for a message. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.kafka;
