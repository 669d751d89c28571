/** Phone numbers, judged by libphonenumber. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.phone;
