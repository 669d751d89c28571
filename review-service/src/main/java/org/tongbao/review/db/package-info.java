/** Reviews, incidents and procedure versions in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.db;
