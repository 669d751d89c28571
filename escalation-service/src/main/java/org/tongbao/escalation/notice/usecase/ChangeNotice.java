package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.platform.time.Clock;

/** Lets the domain decide what follows from what happened to a notice, and files it. */
@ApplicationScoped
public class ChangeNotice {
    private final ContactDirectory contactDirectory;
    private final Incidents incidents;
    private final NoticeRecorder recorder;
    private final OpenNotices openNotices;
    private final Clock clock;

    ChangeNotice(
            ContactDirectory contactDirectory,
            Incidents incidents,
            NoticeRecorder recorder,
            OpenNotices openNotices,
            Clock clock) {
        this.contactDirectory = contactDirectory;
        this.incidents = incidents;
        this.recorder = recorder;
        this.openNotices = openNotices;
        this.clock = clock;
    }

    /**
     * Within a transaction that has locked the notice.
     *
     * @param action for the journal
     */
    public Uni<ChangedNotice> change(String action, StoredNotice notice, NoticeEvent event) {
        return contactDirectory.snapshot(agencies(notice)).chain(directory -> {
            Decision decision = notice.notice().decide(event, directory, clock.now());
            ChangedNotice changed = notice.changed(decision);
            return recorder.record(action, List.of(changed))
                    .chain(() -> notifyOfAcknowledgement(changed))
                    .replaceWith(changed);
        });
    }

    private static Set<String> agencies(StoredNotice notice) {
        return Stream.concat(
                        Stream.of(notice.notice().recipientAgency()),
                        notice.notice().deliveries().stream()
                                .map(it -> it.person().agency().code()))
                .collect(Collectors.toSet());
    }

    private Uni<Void> notifyOfAcknowledgement(ChangedNotice changed) {
        Optional<Acknowledgement> acknowledgement = changed.changes().stream()
                .flatMap(it -> acknowledgement(it).stream())
                .findFirst();
        if (acknowledgement.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Acknowledger by = acknowledgement.get().by();
        var takenBy = new NoticeFacts.AcknowledgedBy(
                by.name(), by.role(), by.agency(), acknowledgement.get().at());
        return incidents
                .find(changed.after().header().incidentId())
                .chain(incident -> openNotices.notifyOfAcknowledgement(
                        changed.after(), incident.orElseThrow(), takenBy, by.contact()));
    }

    private record Acknowledgement(Acknowledger by, Instant at) {}

    private static Optional<Acknowledgement> acknowledgement(NoticeChange change) {
        if (change instanceof NoticeChange.Acknowledged it) {
            return Optional.of(new Acknowledgement(it.by(), it.at()));
        }
        return change instanceof NoticeChange.Met it
                ? Optional.of(new Acknowledgement(it.by(), it.at()))
                : Optional.empty();
    }
}
