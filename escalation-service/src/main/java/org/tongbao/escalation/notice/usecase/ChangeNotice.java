package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.platform.access.Transactions;

/** Lets the domain decide what follows from what happened to a notice, and files it. */
@ApplicationScoped
public class ChangeNotice {
    private final ContactDirectory contactDirectory;
    private final Incidents incidents;
    private final NoticeRecorder recorder;
    private final OpenNotices openNotices;
    private final TellAuthority tellAuthority;

    ChangeNotice(
            ContactDirectory contactDirectory,
            Incidents incidents,
            NoticeRecorder recorder,
            OpenNotices openNotices,
            TellAuthority tellAuthority) {
        this.contactDirectory = contactDirectory;
        this.incidents = incidents;
        this.recorder = recorder;
        this.openNotices = openNotices;
        this.tellAuthority = tellAuthority;
    }

    /**
     * A notice that reacts.
     *
     * @param to one after the other
     */
    public record Reaction(StoredNotice notice, List<NoticeEvent> to) {
        ChangedNotice decide(DirectorySnapshot directory, Instant now) {
            Decision decision = new Decision(notice.notice(), List.of());
            for (NoticeEvent event : to) {
                decision = decision.then(it -> it.decide(event, directory, now));
            }
            return notice.changed(decision);
        }
    }

    /**
     * Within a transaction that has locked the notice.
     *
     * @param action for the journal
     */
    public Uni<ChangedNotice> change(String action, StoredNotice notice, NoticeEvent event) {
        return changeAll(action, List.of(new Reaction(notice, List.of(event)))).map(changed -> changed.get(0));
    }

    /**
     * Within a transaction that has locked the notices, each of them once: some statements for all, whatever their number.
     *
     * @param action for the journal
     */
    public Uni<List<ChangedNotice>> changeAll(String action, List<Reaction> reactions) {
        if (reactions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<String> agencies =
                reactions.stream().flatMap(it -> agencies(it.notice())).collect(Collectors.toSet());
        return contactDirectory
                .snapshot(agencies)
                .chain(directory -> Transactions.now().map(now -> reactions.stream()
                        .map(it -> it.decide(directory, now))
                        .toList()))
                .call(changed -> recorder.record(action, changed))
                .call(this::notifyOfAcknowledgements);
    }

    private Uni<Void> notifyOfAcknowledgements(List<ChangedNotice> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(
                        it -> notifyOfAcknowledgement(it).chain(() -> tellAuthority.ifExhausted(it)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Stream<String> agencies(StoredNotice notice) {
        return Stream.concat(
                Stream.of(notice.notice().recipientAgency()),
                notice.notice().deliveries().stream()
                        .map(it -> it.person().agency().code()));
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
