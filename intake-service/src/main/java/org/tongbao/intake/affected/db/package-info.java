/** The affected agencies in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.affected.db;
