/** What can be done with addresses of people, and how it is verified that they reach them, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.channel.usecase;
