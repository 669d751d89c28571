/** The JSON of agencies and items. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.json;
