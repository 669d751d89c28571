/** The rules of rotations: wall-clock rules and intervals, without people or storage. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.roster.domain;
