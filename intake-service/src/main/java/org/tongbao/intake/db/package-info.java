/** What every table needs: columns of small sets, JSON and visibility. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.db;
