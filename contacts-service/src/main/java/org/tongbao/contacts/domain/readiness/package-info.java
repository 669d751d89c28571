/** 可聯繫程度: whether an agency could be reached, now and in the weeks to come. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain.readiness;
