/** What can be done with who is on duty: shifts, rotations, swaps, overrides, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.duty.usecase;
