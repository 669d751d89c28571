package org.tongbao.review.review.domain;

/**
 * A person who acts on a review, from a token.
 *
 * @param subject what the four-eyes rule compares
 * @param agency code of the agency the person acts for
 */
public record Reviewer(String subject, String name, String agency) {}
