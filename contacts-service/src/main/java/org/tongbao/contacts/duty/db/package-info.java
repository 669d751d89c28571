/** Who is on duty: shifts, rotations, swaps, overrides as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.duty.db;
