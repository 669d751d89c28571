/** Rows and statements. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.db;
