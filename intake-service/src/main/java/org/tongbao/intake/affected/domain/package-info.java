/** 受影響機關: an affected agency. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.affected.domain;
