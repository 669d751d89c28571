package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Keeps what was decided, says it, notes it, and wakes whoever goes on from there: one transaction. */
@ApplicationScoped
class FileChanges {
    private final Notices notices;
    private final Announcements announcements;
    private final Journal journal;
    private final Wake wake;

    FileChanges(Notices notices, Announcements announcements, Journal journal, Wake wake) {
        this.notices = notices;
        this.announcements = announcements;
        this.journal = journal;
        this.wake = wake;
    }

    /**
     * @param action for the journal, such as {@code notice-escalated}
     */
    Uni<Void> file(String action, List<FiledNotice.Changed> changes) {
        List<FiledNotice.Changed> real = changes.stream()
                .filter(it -> !it.after().notice().equals(it.before()))
                .toList();
        if (real.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Transactions.afterCommit(wake::deliveries);
        Uni<Void> kept = notices.save(real);
        boolean tellsSomething = real.stream().anyMatch(it -> !it.changes().isEmpty());
        return tellsSomething
                ? kept.chain(() -> announcements.changed(real)).chain(() -> journal.record(entry(action, real)))
                : kept;
    }

    private static Journal.Entry entry(String action, List<FiledNotice.Changed> changes) {
        Heading heading = changes.get(0).after().heading();
        List<Map<String, Object>> detail = changes.stream()
                .map(it -> Map.<String, Object>of(
                        "noticeId", it.after().notice().id(),
                        "rule", it.after().notice().rule().notice().key(),
                        "recipientAgency", it.after().notice().recipientAgency(),
                        "changes",
                                it.changes().stream()
                                        .map(change -> change.getClass().getSimpleName())
                                        .toList()))
                .toList();
        return new Journal.Entry(
                action, heading.incidentAgency(), heading.incidentId(), heading.clause(), Map.of("notices", detail));
    }
}
