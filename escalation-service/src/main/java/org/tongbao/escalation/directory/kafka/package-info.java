/** Events of the directory that somebody must hear of. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.kafka;
