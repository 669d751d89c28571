/** Events written in the transaction of their state, and the relay that publishes them in order. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.outbox;
