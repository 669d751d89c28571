/** The append-only record of who did what. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.journal;
