/** Who asks, what it may see, and this service's copy of the agency tree that decides it. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.access;
