/** What the directory can do, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.usecase;
