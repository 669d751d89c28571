/** What happens to who is on duty: shifts, rotations, swaps, overrides as time passes. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.duty.timer;
