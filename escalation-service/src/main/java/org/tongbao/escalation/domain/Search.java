package org.tongbao.escalation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.NoticeRule.Recipient;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.escalation.domain.Telling.Reach;

/** Whom a notice tells on its rung, as the directory is now. Nobody is told twice in one round. */
record Search(Notice notice, Directory directory, Instant now) {
    private static final List<Recipient> ON_THE_DESK = List.of(new Recipient(Role.DUTY_DESK, true));
    private static final List<Channel> LAST_RESORTS = List.of(Channel.MAIL, Channel.PHONE_TASK);

    /** Who is called on the notice's rung of its ladder. */
    List<Candidate> onRung() {
        Staff staff = directory.staffOf(notice.recipientAgency());
        Ladder ladder = notice.rule().needed();
        Rung rung = notice.rung();
        List<Candidate> called =
                switch (rung.target(ladder)) {
                    case NOTICE_RECIPIENTS -> recipients();
                    case DEPUTIES_OF_PREVIOUS -> deputiesOf(rung.before());
                    case ROLES ->
                        as(
                                ToldBecause.NEXT_ROLE,
                                staff.called(rung.step(ladder).orElseThrow().roles(), now));
                    case DUTY_DESK -> ownDutyDesk(ToldBecause.DUTY_DESK);
                    case PARENT_DUTY_DESK -> dutyDeskAbove(ToldBecause.PARENT_DUTY_DESK);
                };
        return called.stream().filter(this::notYetTold).toList();
    }

    List<Candidate> recipients() {
        return directory
                .staffOf(notice.recipientAgency())
                .called(notice.rule().notice().recipients(), now);
    }

    /** The agency's own duty desk, or the nearest above where somebody has not been told yet. */
    List<Candidate> someDutyDesk(ToldBecause because) {
        List<Candidate> own =
                ownDutyDesk(because).stream().filter(this::notYetTold).toList();
        return own.isEmpty() ? dutyDeskAbove(because) : own;
    }

    private List<Candidate> ownDutyDesk(ToldBecause because) {
        return as(because, directory.staffOf(notice.recipientAgency()).called(ON_THE_DESK, now));
    }

    private List<Candidate> dutyDeskAbove(ToldBecause because) {
        return directory.above(notice.recipientAgency()).stream()
                .map(above -> as(because, directory.staffOf(above).called(ON_THE_DESK, now)).stream()
                        .filter(this::notYetTold)
                        .toList())
                .filter(desk -> !desk.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** In the order of the roles that were called: whoever is deputy of two people is told in the role named first. */
    private List<Candidate> deputiesOf(Rung before) {
        List<Candidate> deputies = new ArrayList<>();
        List<UUID> asked = new ArrayList<>();
        for (Telling previous : inCallingOrder(before)) {
            if (!asked.contains(previous.contact())) {
                asked.add(previous.contact());
                nextDeputy(previous.person(), previous.role(), deputies)
                        .ifPresent(it -> deputies.add(it.because(ToldBecause.DEPUTY)));
            }
        }
        return deputies;
    }

    private List<Telling> inCallingOrder(Rung at) {
        List<String> roles = called(at).stream().map(it -> it.role().key()).toList();
        return notice.told().stream()
                .filter(it -> it.rung().equals(at))
                .sorted(Comparator.comparingInt((Telling it) -> place(roles, it.role()))
                        .thenComparing(it -> it.contact().toString()))
                .toList();
    }

    private List<Recipient> called(Rung at) {
        Ladder ladder = notice.rule().needed();
        return at.target(ladder) == Ladder.Target.ROLES
                ? at.step(ladder).orElseThrow().roles()
                : notice.rule().notice().recipients();
    }

    private static int place(List<String> roles, String role) {
        int place = roles.indexOf(role);
        return place < 0 ? roles.size() : place;
    }

    /** The first deputy in order who is there, can be reached, and has not been told in this round. */
    Optional<Candidate> nextDeputy(Person person, String role, List<Candidate> taken) {
        return directory.staffOf(person.agency().code()).deputiesThere(person.contact(), now).stream()
                .map(it -> new Candidate(it, role, ToldBecause.DEPUTY_OF_UNREACHED))
                .filter(it -> notYetTold(it) && !channels(it.person()).isEmpty())
                .filter(it -> !contains(taken, it))
                .findFirst();
    }

    private static boolean contains(List<Candidate> candidates, Candidate one) {
        return candidates.stream()
                .anyMatch(it -> it.person().contact().equals(one.person().contact()));
    }

    private boolean notYetTold(Candidate candidate) {
        UUID contact = candidate.person().contact();
        return notice.told().stream()
                .noneMatch(it -> it.contact().equals(contact)
                        && it.rung().loop() == notice.rung().loop());
    }

    private static List<Candidate> as(ToldBecause because, List<Candidate> candidates) {
        return candidates.stream().map(it -> it.because(because)).toList();
    }

    /** Everybody by every channel; whoever has none that is allowed is replaced by a deputy. */
    List<Telling> tellings(List<Candidate> candidates) {
        List<Candidate> reachable = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<Candidate> found = channels(candidate.person()).isEmpty()
                    ? nextDeputy(candidate.person(), candidate.role(), candidates)
                    : Optional.of(candidate);
            found.filter(it -> !contains(reachable, it)).ifPresent(reachable::add);
        }
        return reachable.stream()
                .flatMap(it -> channels(it.person()).stream().map(channel -> telling(it, channel)))
                .toList();
    }

    private Telling telling(Candidate candidate, Channel channel) {
        String address = candidate.person().address(channel).orElseThrow();
        return new Telling(
                candidate.person(),
                candidate.role(),
                candidate.because(),
                notice.rung(),
                channel,
                address,
                Reach.UNDER_WAY);
    }

    /** Those of the rule by which he can be reached; when there is none, another one. */
    private List<Channel> channels(Person person) {
        List<Channel> wanted = notice.rule()
                .ladder()
                .flatMap(ladder -> notice.rung().step(ladder))
                .map(Ladder.Step::channels)
                .filter(own -> !own.isEmpty())
                .orElse(notice.rule().notice().channels());
        List<Channel> possible = allowed(wanted, person);
        return possible.isEmpty()
                ? allowed(LAST_RESORTS, person).stream().limit(1).toList()
                : possible;
    }

    private List<Channel> allowed(List<Channel> channels, Person person) {
        return channels.stream()
                .map(it -> notice.phoneOnly() ? Channel.PHONE_TASK : it)
                .distinct()
                .filter(it -> person.address(it).isPresent())
                .toList();
    }
}
