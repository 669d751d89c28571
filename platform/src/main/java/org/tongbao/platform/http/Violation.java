package org.tongbao.platform.http;

import org.tongbao.contracts.Text;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, or {@code header:If-Match}
 * @param reason a stable word such as {@code unknown-field}
 */
public record Violation(String pointer, String reason, Text detail) {}
