/** What every door shares: problems, checked bodies, idempotency keys, ETags and cursor pages. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.http;
