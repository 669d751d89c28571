/** What every endpoint shares: problems, checked bodies, query parameters, idempotency keys, ETags, pages, the API description. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.http;
