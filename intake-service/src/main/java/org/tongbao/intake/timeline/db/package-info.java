/** The timelines in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timeline.db;
