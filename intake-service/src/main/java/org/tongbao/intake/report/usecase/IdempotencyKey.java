package org.tongbao.intake.report.usecase;

/**
 * The idempotency key of a request.
 *
 * @param hash of the request
 */
public record IdempotencyKey(String value, byte[] hash) {}
