package org.tongbao.intake.incident.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReportVersionRows implements PanacheRepositoryBase<ReportVersionRow, ReportVersionRow.Key> {}
