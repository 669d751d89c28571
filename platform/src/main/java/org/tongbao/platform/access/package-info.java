/** The caller, the scope of its transactions, and this service's copy of the agency tree. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.access;
