package org.tongbao.review.review.domain;

import java.util.UUID;

public record ReviewId(UUID value) {}
