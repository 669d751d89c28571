/** Addresses of people, and how it is verified that they reach them as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.channel.db;
