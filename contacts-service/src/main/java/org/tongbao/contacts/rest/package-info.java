/** The endpoints under /api/v1/agencies. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.rest;
