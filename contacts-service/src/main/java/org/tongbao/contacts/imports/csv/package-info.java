/** Sheets as CSV. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.imports.csv;
