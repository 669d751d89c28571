package org.tongbao.intake.incident.usecase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.incident.domain.Incident;

/**
 * An incident as stored, with the body of its report.
 *
 * @param content the report as JSON, supplements merged in
 * @param version counts what people edited, from 1
 */
public record StoredIncident(
        Incident incident, @Nullable String title, String content, long version, Instant updatedAt) {}
