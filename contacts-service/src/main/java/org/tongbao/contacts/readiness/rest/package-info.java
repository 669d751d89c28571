/** The endpoints of readiness: whether an agency could be reached, now and in the weeks to come. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.readiness.rest;
