/**
 * What the services tell each other: one record per event type, frozen once released.
 *
 * <p>The wire name of a type is a literal in {@link org.tongbao.contracts.event.EventTypes}. A released record only
 * gains optional fields; anything else is a {@code v2} beside it. A golden JSON sample of each stands in the tests.
 */
@org.jspecify.annotations.NullMarked
package org.tongbao.contracts.event;
