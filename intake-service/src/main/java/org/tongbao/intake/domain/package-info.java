/** What every feature refuses with. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.domain;
