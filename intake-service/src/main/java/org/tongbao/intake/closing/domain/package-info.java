/** 結報: filed by the agency, received or questioned by the authority. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.closing.domain;
