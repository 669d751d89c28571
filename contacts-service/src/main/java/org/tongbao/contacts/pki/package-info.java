/** Certificates, judged by the JDK, and OpenPGP keys, judged by Bouncy Castle. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.pki;
