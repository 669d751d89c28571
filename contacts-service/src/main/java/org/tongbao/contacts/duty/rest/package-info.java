/** The endpoints of who is on duty: shifts, rotations, swaps, overrides. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.duty.rest;
