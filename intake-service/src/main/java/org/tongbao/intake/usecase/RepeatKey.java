package org.tongbao.intake.usecase;

/**
 * What makes a repeated request the same request.
 *
 * @param hash of the request
 */
public record RepeatKey(String value, byte[] hash) {}
