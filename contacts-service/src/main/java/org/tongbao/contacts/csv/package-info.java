/** Sheets as people save them from a spreadsheet, and as it opens them. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.csv;
