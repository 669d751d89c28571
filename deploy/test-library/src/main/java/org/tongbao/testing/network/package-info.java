/** A way to a server that a test can cut, or let hang. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.network;
