/** Events taken in: once each, in order, or parked where people see them. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.inbox;
