/** Who holds which role, who is on duty, who stands in for whom, and which agency is above which. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.contact.domain;
