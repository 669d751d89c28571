/** Every procedure version since the first start. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.procedure.db;
