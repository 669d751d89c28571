package org.tongbao.escalation.contact.domain;

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
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Role;

/**
 * The people of one agency. Duty is worked out already: who is on duty is looked up, never computed.
 *
 * @param duty who holds which role from when until when
 */
public record AgencyContacts(
        List<Member> members, List<Deputyship> deputyships, List<Absence> absences, List<DutyAssignment> duty) {
    public static final AgencyContacts NOBODY = new AgencyContacts(List.of(), List.of(), List.of(), List.of());

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

    public record DutyAssignment(String role, UUID contact, Instant from, Instant until) {
        boolean coversAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Who holds these roles at this instant, each person once; an absent one is replaced by the stand-in or a deputy. */
    public List<Recipient> holdersOf(List<NoticeRule.Recipient> roles, Instant at) {
        Map<UUID, Recipient> found = new LinkedHashMap<>();
        for (NoticeRule.Recipient role : roles) {
            for (Recipient recipient : holders(role, at)) {
                found.putIfAbsent(recipient.person().contact(), recipient);
            }
        }
        return List.copyOf(found.values());
    }

    private List<Recipient> holders(NoticeRule.Recipient named, Instant at) {
        Role role = named.role();
        if (named.onDuty()) {
            List<Recipient> onDuty = duty.stream()
                    .filter(assignment -> assignment.role().equals(role.key()) && assignment.coversAt(at))
                    .flatMap(assignment -> member(assignment.contact()).stream())
                    .flatMap(person -> present(new Recipient(person, role.key(), RecipientReason.ON_DUTY), at).stream())
                    .toList();
            if (!onDuty.isEmpty()) {
                return onDuty;
            }
        }
        RecipientReason because = named.onDuty() ? RecipientReason.NOBODY_ON_DUTY : RecipientReason.HOLDS_ROLE;
        return members.stream()
                .filter(member -> member.roles().contains(role.key()))
                .flatMap(member -> present(new Recipient(member.person(), role.key(), because), at).stream())
                .toList();
    }

    /** The recipient, or who stands in while he is absent. */
    private Optional<Recipient> present(Recipient recipient, Instant at) {
        Set<UUID> seen = new HashSet<>();
        List<Recipient> queue = new ArrayList<>(List.of(recipient));
        while (!queue.isEmpty()) {
            Recipient next = queue.remove(0);
            UUID contact = next.person().contact();
            if (!seen.add(contact)) {
                continue;
            }
            Optional<Absence> absence = absenceOf(contact, at);
            if (absence.isEmpty()) {
                return Optional.of(next);
            }
            Optional.ofNullable(absence.get().standIn())
                    .flatMap(this::member)
                    .ifPresent(person -> queue.add(new Recipient(person, next.role(), RecipientReason.STANDS_IN)));
            deputies(contact, at)
                    .forEach(person -> queue.add(new Recipient(person, next.role(), RecipientReason.STANDS_IN)));
        }
        return Optional.empty();
    }

    /** The deputies of a contact who are there at this instant, in order. */
    public List<Person> presentDeputies(UUID contact, Instant at) {
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
