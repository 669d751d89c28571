package org.tongbao.intake.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.intake.report.usecase.OpenEarlyReports;
import org.tongbao.platform.inbox.AgencyTreeUpdater;

@ApplicationScoped
class AgencyListener {
    private final AgencyTreeUpdater updater;
    private final OpenEarlyReports openEarlyReports;

    AgencyListener(AgencyTreeUpdater updater, OpenEarlyReports openEarlyReports) {
        this.updater = updater;
        this.openEarlyReports = openEarlyReports;
    }

    @Incoming("agencies")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return updater.receive(message, openEarlyReports::open);
    }
}
