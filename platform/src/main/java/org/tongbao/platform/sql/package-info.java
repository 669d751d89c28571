/** Statements on the connection of the transaction under way, and their rows, read by column name. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.sql;
