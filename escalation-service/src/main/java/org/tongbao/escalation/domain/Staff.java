package org.tongbao.escalation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.NoticeRule.Recipient;
import org.tongbao.contracts.procedure.Role;

/**
 * The people of one agency. Duty is worked out already: who is on duty is looked up, never computed.
 *
 * @param shifts who holds which role from when until when
 */
public record Staff(List<Member> members, List<Deputyship> deputyships, List<Absence> absences, List<Shift> shifts) {
    public static final Staff NOBODY = new Staff(List.of(), List.of(), List.of(), List.of());

    /**
     * @param roles keys such as {@code ciso}
     */
    public record Member(Person person, Set<String> roles) {}

    /** Who stands in for a contact, in order. */
    public record Deputyship(
            UUID contact,
            List<UUID> deputies,
            Instant from,
            @Nullable Instant until) {
        boolean validAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    public record Absence(
            UUID contact,
            Instant from,
            Instant until,
            @Nullable UUID standIn) {
        boolean coversAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    public record Shift(String role, UUID contact, Instant from, Instant until) {
        boolean coversAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Everybody whom these roles name at this instant, each once, absent people replaced by who stands in for them. */
    List<Candidate> called(List<Recipient> roles, Instant at) {
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        for (Recipient recipient : roles) {
            for (Candidate candidate : called(recipient, at)) {
                found.putIfAbsent(candidate.person().contact(), candidate);
            }
        }
        return List.copyOf(found.values());
    }

    private List<Candidate> called(Recipient recipient, Instant at) {
        Role role = recipient.role();
        if (recipient.onDuty()) {
            List<Candidate> onDuty = shifts.stream()
                    .filter(shift -> shift.role().equals(role.key()) && shift.coversAt(at))
                    .flatMap(shift -> member(shift.contact()).stream())
                    .flatMap(person -> present(new Candidate(person, role.key(), ToldBecause.ON_DUTY), at).stream())
                    .toList();
            if (!onDuty.isEmpty()) {
                return onDuty;
            }
        }
        ToldBecause because = recipient.onDuty() ? ToldBecause.NOBODY_ON_DUTY : ToldBecause.HOLDS_ROLE;
        return members.stream()
                .filter(member -> member.roles().contains(role.key()))
                .flatMap(member -> present(new Candidate(member.person(), role.key(), because), at).stream())
                .toList();
    }

    /** Him, or who stands in for him while he is absent. */
    private Optional<Candidate> present(Candidate candidate, Instant at) {
        Set<UUID> asked = new HashSet<>();
        List<Candidate> waiting = new ArrayList<>(List.of(candidate));
        while (!waiting.isEmpty()) {
            Candidate next = waiting.remove(0);
            UUID contact = next.person().contact();
            if (!asked.add(contact)) {
                continue;
            }
            Optional<Absence> absence = absenceOf(contact, at);
            if (absence.isEmpty()) {
                return Optional.of(next);
            }
            Optional.ofNullable(absence.get().standIn())
                    .flatMap(this::member)
                    .ifPresent(person -> waiting.add(new Candidate(person, next.role(), ToldBecause.STANDS_IN)));
            deputies(contact, at)
                    .forEach(person -> waiting.add(new Candidate(person, next.role(), ToldBecause.STANDS_IN)));
        }
        return Optional.empty();
    }

    /** The deputies of a contact who are there at this instant, in order. */
    List<Person> deputiesThere(UUID contact, Instant at) {
        return deputies(contact, at).stream()
                .filter(person -> absenceOf(person.contact(), at).isEmpty())
                .toList();
    }

    private List<Person> deputies(UUID contact, Instant at) {
        return deputyships.stream()
                .filter(deputyship -> deputyship.contact().equals(contact) && deputyship.validAt(at))
                .flatMap(deputyship -> deputyship.deputies().stream())
                .flatMap(deputy -> member(deputy).stream())
                .distinct()
                .toList();
    }

    private Optional<Absence> absenceOf(UUID contact, Instant at) {
        return absences.stream()
                .filter(absence -> absence.contact().equals(contact) && absence.coversAt(at))
                .findFirst();
    }

    private Optional<Person> member(UUID contact) {
        return members.stream()
                .map(Member::person)
                .filter(person -> person.contact().equals(contact))
                .findFirst();
    }
}
