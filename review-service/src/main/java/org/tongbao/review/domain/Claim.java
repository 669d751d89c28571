package org.tongbao.review.domain;

import java.time.Instant;

/** Somebody works on it. */
public record Claim(Reviewer by, Instant at) {}
