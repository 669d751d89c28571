/** Certificates, judged by the JDK. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.pki;
