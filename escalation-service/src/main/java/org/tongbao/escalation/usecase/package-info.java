/** Why a request is refused, for all features. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.usecase;
