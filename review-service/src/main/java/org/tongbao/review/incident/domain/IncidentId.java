package org.tongbao.review.incident.domain;

import java.util.UUID;

public record IncidentId(UUID value) {}
