/** Messages of the directory in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.db;
