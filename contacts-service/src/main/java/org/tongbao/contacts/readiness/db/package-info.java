/** Readiness: whether an agency could be reached, now and in the weeks to come as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.readiness.db;
