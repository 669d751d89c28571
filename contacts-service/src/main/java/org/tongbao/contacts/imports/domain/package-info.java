/** The rules of imports and exports of the directory. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.imports.domain;
