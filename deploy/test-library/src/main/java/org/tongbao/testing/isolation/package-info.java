/** Who sees and changes what: every protected table by plain SQL, every endpoint over HTTP. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.isolation;
