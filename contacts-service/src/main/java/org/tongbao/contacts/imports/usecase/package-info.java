/** What can be done with imports and exports of the directory, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.imports.usecase;
