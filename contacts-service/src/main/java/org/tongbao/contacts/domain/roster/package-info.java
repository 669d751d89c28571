/** Who is on duty by rotation: wall-clock rules and intervals, without people, books or storage. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain.roster;
