/** Consumers of the other services' events, and the announcer of intake's own. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.kafka;
