/** Reads the compacted topics of agencies and contacts. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.contact.kafka;
