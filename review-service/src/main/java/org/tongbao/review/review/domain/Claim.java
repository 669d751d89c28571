package org.tongbao.review.review.domain;

import java.time.Instant;

/** Claimed by a reviewer who works on it. */
public record Claim(Reviewer by, Instant at) {}
