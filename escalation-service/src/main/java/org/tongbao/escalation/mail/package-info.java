/**
 * The channel {@code mail}: words, headers, two relays. Nothing here decides whom to tell; a letter names no agency and
 * carries nothing of the incident's content.
 */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.mail;
