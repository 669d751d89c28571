package org.tongbao.review.domain;

import java.util.UUID;

public record ReviewId(UUID value) {}
