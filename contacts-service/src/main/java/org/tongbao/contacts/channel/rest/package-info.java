/** The endpoints of addresses of people, and how it is verified that they reach them. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.channel.rest;
