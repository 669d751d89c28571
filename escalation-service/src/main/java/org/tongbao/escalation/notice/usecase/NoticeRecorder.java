package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Saves what was decided, announces and journals it, and wakes the engine: one transaction. */
@ApplicationScoped
public class NoticeRecorder {
    /** What the journal calls a change, from its first day. */
    private static final NoticeChange.Visitor<String> JOURNAL_WORDS = new NoticeChange.Visitor<>() {
        @Override
        public String opened(NoticeChange.Opened change) {
            return "Opened";
        }

        @Override
        public String escalated(NoticeChange.Escalated change) {
            return "Escalated";
        }

        @Override
        public String channelAdded(NoticeChange.ChannelAdded change) {
            return "ChannelAdded";
        }

        @Override
        public String partlyAcknowledged(NoticeChange.PartlyAcknowledged change) {
            return "Confirmed";
        }

        @Override
        public String acknowledged(NoticeChange.Acknowledged change) {
            return "Taken";
        }

        @Override
        public String met(NoticeChange.Met change) {
            return "Met";
        }

        @Override
        public String ended(NoticeChange.Ended change) {
            return "Ended";
        }
    };

    private final Notices notices;
    private final Announcements announcements;
    private final Journal journal;
    private final EngineWakeUp wake;

    NoticeRecorder(Notices notices, Announcements announcements, Journal journal, EngineWakeUp wake) {
        this.notices = notices;
        this.announcements = announcements;
        this.journal = journal;
        this.wake = wake;
    }

    /**
     * @param action for the journal, such as {@code notice-escalated}
     */
    public Uni<Void> record(String action, List<ChangedNotice> changes) {
        List<ChangedNotice> real = changes.stream()
                .filter(it -> !it.after().notice().equals(it.before()))
                .toList();
        if (real.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Transactions.afterCommit(wake::deliveries);
        Uni<Void> kept = notices.save(real);
        boolean isAnnounced = real.stream().anyMatch(it -> !it.changes().isEmpty());
        return isAnnounced
                ? kept.chain(() -> announcements.changed(real)).chain(() -> journal.recordAll(entries(action, real)))
                : kept;
    }

    /** One for each incident. */
    private static List<Journal.Entry> entries(String action, List<ChangedNotice> changes) {
        Map<UUID, List<ChangedNotice>> byIncident = changes.stream()
                .filter(it -> !it.changes().isEmpty())
                .collect(Collectors.groupingBy(
                        it -> it.after().header().incidentId(), LinkedHashMap::new, Collectors.toList()));
        return byIncident.values().stream().map(it -> entry(action, it)).toList();
    }

    private static Journal.Entry entry(String action, List<ChangedNotice> changes) {
        NoticeHeader header = changes.get(0).after().header();
        List<Map<String, Object>> detail = changes.stream()
                .map(it -> Map.<String, Object>of(
                        "noticeId", it.after().notice().id(),
                        "rule", it.after().notice().policy().rule().key(),
                        "recipientAgency", it.after().notice().recipientAgency(),
                        "changes",
                                it.changes().stream()
                                        .map(change -> change.accept(JOURNAL_WORDS))
                                        .toList()))
                .toList();
        return new Journal.Entry(
                action, header.incidentAgency(), header.incidentId(), header.clause(), Map.of("notices", detail));
    }
}
