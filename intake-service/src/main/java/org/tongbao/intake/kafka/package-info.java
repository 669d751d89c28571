/** What intake hears from the other services, and what it tells them. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.kafka;
