/** What the tests of this service share: a small directory, other services' events, and looks into tables and mailboxes. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.stage;
