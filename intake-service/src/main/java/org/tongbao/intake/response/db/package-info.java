/** The response records in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.response.db;
