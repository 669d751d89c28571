package org.tongbao.intake.incident.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class IncidentRows implements PanacheRepositoryBase<IncidentRow, UUID> {}
