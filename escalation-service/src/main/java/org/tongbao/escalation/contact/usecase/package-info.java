/** This service's copy of agencies and contacts. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.contact.usecase;
