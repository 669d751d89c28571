/** What happens as time passes. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.timer;
