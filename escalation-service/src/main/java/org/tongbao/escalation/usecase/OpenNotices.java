package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.domain.Incident;
import org.tongbao.escalation.domain.Person;
import org.tongbao.escalation.domain.Rule;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.platform.time.Clock;

/** Opens the notices that an occasion calls for: by the rules of the incident's procedure, one for each agency to tell. */
@ApplicationScoped
class OpenNotices {
    /** Another agency's notice was acknowledged, so the own ladder goes on. */
    private static final String ELSEWHERE = "ELSEWHERE";

    private final ProcedureVersions procedures;
    private final People people;
    private final Notices notices;
    private final PlanNotices planNotices;
    private final FileChanges files;
    private final Clock clock;

    OpenNotices(
            ProcedureVersions procedures,
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
     * @throws EventTooEarly while the directory was not read
     */
    Uni<Void> open(Incident incident, List<On> occasions) {
        if (!people.current()) {
            throw new EventTooEarly("directory-not-read");
        }
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> planNotices.plan(incident, procedure, occasions, clock.now()))
                .chain(planned -> files.file("notices-opened", planned.notices()));
    }

    /**
     * Asks the people of the reporting agency under a rule that no procedure writes; the id of the notice.
     *
     * @throws EventTooEarly while the directory was not read
     */
    Uni<UUID> ask(Incident incident, Rule rule, Circumstances circumstances) {
        if (!people.current()) {
            throw new EventTooEarly("directory-not-read");
        }
        return planNotices
                .ask(incident, rule, incident.agency(), circumstances, clock.now())
                .call(asked -> files.file("notices-opened", List.of(asked)))
                .map(asked -> asked.after().notice().id());
    }

    /**
     * Tells everybody who was told that somebody took it: those of the same rule, and of a lateral notice those of its
     * agency only, since no affected agency learns of another. Who was told under two rules hears once that the same
     * person took both; the taker himself hears of each, since somebody else may have pressed his link.
     *
     * @param taker his contact, empty for somebody in a portal
     */
    Uni<Void> tellOfTaking(FiledNotice notice, Incident incident, OutgoingNotice.TakenBy by, Optional<UUID> taker) {
        Rule rule = notice.notice().rule();
        Circumstances circumstances = Circumstances.of(Ids.next());
        String agency = notice.notice().recipientAgency();
        return notices.toldBefore(
                        incident.id(),
                        Optional.of(rule.notice().key()),
                        rule.lateral() ? Optional.of(notice.notice().id()) : Optional.empty())
                .chain(before -> followNews(
                                notice,
                                incident,
                                circumstances.with(taken(by, null)),
                                taker,
                                of(before, agency::equals))
                        .chain(() -> followNews(
                                notice,
                                incident,
                                circumstances.with(taken(by, ELSEWHERE)),
                                taker,
                                of(before, it -> !agency.equals(it)))));
    }

    private static List<Notices.ToldBefore> of(List<Notices.ToldBefore> before, Predicate<String> agency) {
        return before.stream().filter(it -> agency.test(it.recipientAgency())).toList();
    }

    private Uni<Void> followNews(
            FiledNotice notice,
            Incident incident,
            Circumstances circumstances,
            Optional<UUID> taker,
            List<Notices.ToldBefore> before) {
        if (before.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        OutgoingNotice.Facts facts = circumstances.facts();
        return notices.toldOfTaker(notice, Objects.requireNonNull(facts.takenBy()), facts.outcome())
                .map(heard -> before.stream()
                        .map(it -> it.without(
                                person -> taker.filter(person.contact()::equals).isEmpty()
                                        && heardBefore(person, incident, heard)))
                        .filter(it -> !it.people().isEmpty())
                        .toList())
                .chain(news -> follow(incident, new On(Occasion.NOTICE_ACKNOWLEDGED, circumstances), news));
    }

    private static boolean heardBefore(Person person, Incident incident, Set<String> heard) {
        return heard.contains(person.contact().toString())
                || !incident.phoneOnly()
                        && person.address(Channel.MAIL)
                                .map(it -> it.toLowerCase(Locale.ROOT))
                                .filter(heard::contains)
                                .isPresent();
    }

    private Uni<Void> follow(Incident incident, On on, List<Notices.ToldBefore> told) {
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
