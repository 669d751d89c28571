/** Certificates and keys that mail is encrypted to. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.channel.pki;
