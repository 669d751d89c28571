package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.domain.Incident;
import org.tongbao.escalation.domain.Rule;
import org.tongbao.platform.time.Clock;

/** Opens the notices that an occasion calls for: by the rules of the incident's procedure, one for each agency to tell. */
@ApplicationScoped
class OpenNotices {
    /** Another agency's notice was acknowledged, so the own ladder goes on. */
    private static final String ELSEWHERE = "ELSEWHERE";

    private final KnownProcedures procedures;
    private final People people;
    private final Notices notices;
    private final PlanNotices planNotices;
    private final FileChanges files;
    private final Clock clock;

    OpenNotices(
            KnownProcedures procedures,
            People people,
            Notices notices,
            PlanNotices planNotices,
            FileChanges files,
            Clock clock) {
        this.procedures = procedures;
        this.people = people;
        this.notices = notices;
        this.planNotices = planNotices;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Within the transaction of the event.
     *
     * @throws NotReadyYet while the directory was not read
     */
    Uni<Void> open(Incident incident, List<On> occasions) {
        if (!people.current()) {
            throw new NotReadyYet("directory-not-read");
        }
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> planNotices.plan(incident, procedure, occasions, clock.now()))
                .chain(planned -> files.file("notices-opened", planned.notices()));
    }

    /**
     * Tells everybody who was told that somebody took it: those of the same rule, and of a lateral notice those of its
     * agency only, since no affected agency learns of another.
     */
    Uni<Void> tellOfTaking(FiledNotice notice, Incident incident, OutgoingNotice.TakenBy by) {
        Rule rule = notice.notice().rule();
        Circumstances circumstances = Circumstances.of(Ids.next());
        On here = new On(Occasion.NOTICE_ACKNOWLEDGED, circumstances.with(taken(by, null)));
        On elsewhere = new On(Occasion.NOTICE_ACKNOWLEDGED, circumstances.with(taken(by, ELSEWHERE)));
        String agency = notice.notice().recipientAgency();
        return notices.toldBefore(
                        incident.id(),
                        Optional.of(rule.notice().key()),
                        rule.lateral() ? Optional.of(notice.notice().id()) : Optional.empty())
                .chain(before -> follow(incident, here, before, agency::equals)
                        .chain(() -> follow(incident, elsewhere, before, it -> !agency.equals(it))));
    }

    private Uni<Void> follow(Incident incident, On on, List<Notices.ToldBefore> before, Predicate<String> agency) {
        List<Notices.ToldBefore> told =
                before.stream().filter(it -> agency.test(it.recipientAgency())).toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> planNotices.follow(incident, procedure, on, told, clock.now()))
                .chain(opened -> files.file("notices-opened", opened));
    }

    private static OutgoingNotice.Facts taken(OutgoingNotice.TakenBy by, @Nullable String where) {
        return new OutgoingNotice.Facts(by, null, null, null, null, where);
    }
}
