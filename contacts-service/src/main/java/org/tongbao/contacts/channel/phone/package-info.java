/** Phone numbers. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.channel.phone;
