/** What can be done with readiness: whether an agency could be reached, now and in the weeks to come, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.readiness.usecase;
