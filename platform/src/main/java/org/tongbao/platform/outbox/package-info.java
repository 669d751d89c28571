/** Events written with the state they tell of, and the relay that publishes them in order. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.outbox;
