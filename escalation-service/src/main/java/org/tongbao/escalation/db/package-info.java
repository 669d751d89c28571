/** JSON columns, for all features. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.db;
