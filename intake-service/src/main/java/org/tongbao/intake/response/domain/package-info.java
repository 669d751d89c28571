/** 應變: the actions of a response and their effect on the incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.response.domain;
