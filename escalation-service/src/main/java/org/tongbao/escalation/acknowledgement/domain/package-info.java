/** The short code that a person reads out or types. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.acknowledgement.domain;
