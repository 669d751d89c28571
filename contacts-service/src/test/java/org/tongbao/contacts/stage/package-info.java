/** What the tests of this service stand on: the seed's directory, callers, and the two topics. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.stage;
