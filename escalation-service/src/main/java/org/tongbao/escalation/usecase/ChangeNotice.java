package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongbao.escalation.domain.Decision;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.domain.NoticeChange;
import org.tongbao.escalation.domain.Taker;
import org.tongbao.platform.time.Clock;

/** Lets the domain decide what follows from what happened to a notice, and files it. */
@ApplicationScoped
class ChangeNotice {
    private final People people;
    private final Incidents incidents;
    private final FileChanges files;
    private final OpenNotices openNotices;
    private final Clock clock;

    ChangeNotice(People people, Incidents incidents, FileChanges files, OpenNotices openNotices, Clock clock) {
        this.people = people;
        this.incidents = incidents;
        this.files = files;
        this.openNotices = openNotices;
        this.clock = clock;
    }

    /**
     * Within a transaction that has locked the notice.
     *
     * @param action for the journal
     */
    Uni<FiledNotice.Changed> change(String action, FiledNotice notice, Happening happening) {
        return people.around(agencies(notice)).chain(directory -> {
            Decision decision = notice.notice().decide(happening, directory, clock.now());
            FiledNotice.Changed changed = notice.changed(decision);
            return files.file(action, List.of(changed))
                    .chain(() -> tellOfTaking(changed))
                    .replaceWith(changed);
        });
    }

    private static Set<String> agencies(FiledNotice notice) {
        return Stream.concat(
                        Stream.of(notice.notice().recipientAgency()),
                        notice.notice().told().stream()
                                .map(it -> it.person().agency().code()))
                .collect(Collectors.toSet());
    }

    private Uni<Void> tellOfTaking(FiledNotice.Changed changed) {
        Optional<Taking> taking =
                changed.changes().stream().flatMap(it -> taking(it).stream()).findFirst();
        if (taking.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Taker by = taking.get().by();
        var takenBy = new OutgoingNotice.TakenBy(
                by.name(), by.role(), by.agency(), taking.get().at());
        return incidents
                .find(changed.after().heading().incidentId())
                .chain(incident ->
                        openNotices.tellOfTaking(changed.after(), incident.orElseThrow(), takenBy, by.contact()));
    }

    private record Taking(Taker by, Instant at) {}

    private static Optional<Taking> taking(NoticeChange change) {
        if (change instanceof NoticeChange.Taken it) {
            return Optional.of(new Taking(it.by(), it.at()));
        }
        return change instanceof NoticeChange.Met it ? Optional.of(new Taking(it.by(), it.at())) : Optional.empty();
    }
}
