/** Reviews and their history in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.review.db;
