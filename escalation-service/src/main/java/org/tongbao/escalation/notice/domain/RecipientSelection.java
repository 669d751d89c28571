package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.escalation.contact.domain.AgencyContacts;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.domain.Recipient;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.notice.domain.Delivery.State;

/** Whom a notice notifies at its position, as the directory is now. Nobody is notified twice in one round. */
record RecipientSelection(Notice notice, DirectorySnapshot directory, Instant now) {
    private static final List<NoticeRule.Recipient> DUTY_DESK_ON_DUTY =
            List.of(new NoticeRule.Recipient(Role.DUTY_DESK, true));
    private static final List<Channel> LAST_RESORTS = List.of(Channel.MAIL, Channel.PHONE_TASK);

    /** Who is notified at the current position. */
    List<Recipient> atPosition() {
        AgencyContacts contacts = directory.contactsOf(notice.recipientAgency());
        Ladder ladder = notice.policy().requiredLadder();
        LadderPosition position = notice.position();
        List<Recipient> recipients =
                switch (position.target(ladder)) {
                    case NOTICE_RECIPIENTS -> recipients();
                    case DEPUTIES_OF_PREVIOUS -> deputiesOf(position.previous());
                    case ROLES ->
                        because(
                                RecipientReason.NEXT_ROLE,
                                contacts.holdersOf(
                                        position.step(ladder).orElseThrow().roles(), now));
                    case DUTY_DESK -> ownDutyDesk(RecipientReason.DUTY_DESK);
                    case PARENT_DUTY_DESK -> dutyDeskAbove(RecipientReason.PARENT_DUTY_DESK);
                };
        return recipients.stream().filter(this::notYetNotified).toList();
    }

    List<Recipient> recipients() {
        return directory
                .contactsOf(notice.recipientAgency())
                .holdersOf(notice.policy().rule().recipients(), now);
    }

    /** The agency's own duty desk, or the nearest above where somebody has not been notified yet. */
    List<Recipient> nearestDutyDesk(RecipientReason reason) {
        List<Recipient> own =
                ownDutyDesk(reason).stream().filter(this::notYetNotified).toList();
        return own.isEmpty() ? dutyDeskAbove(reason) : own;
    }

    private List<Recipient> ownDutyDesk(RecipientReason reason) {
        return because(reason, directory.contactsOf(notice.recipientAgency()).holdersOf(DUTY_DESK_ON_DUTY, now));
    }

    private List<Recipient> dutyDeskAbove(RecipientReason reason) {
        return directory.authoritiesAbove(notice.recipientAgency()).stream()
                .map(above -> because(reason, directory.contactsOf(above).holdersOf(DUTY_DESK_ON_DUTY, now)).stream()
                        .filter(this::notYetNotified)
                        .toList())
                .filter(desk -> !desk.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** In the order of the roles: the deputy of two people is notified in the role named first. */
    private List<Recipient> deputiesOf(LadderPosition before) {
        List<Recipient> deputies = new ArrayList<>();
        List<UUID> seen = new ArrayList<>();
        for (Delivery previous : inRoleOrder(before)) {
            if (!seen.contains(previous.contact())) {
                seen.add(previous.contact());
                nextDeputy(previous.person(), previous.role(), deputies)
                        .ifPresent(it -> deputies.add(it.because(RecipientReason.DEPUTY)));
            }
        }
        return deputies;
    }

    private List<Delivery> inRoleOrder(LadderPosition at) {
        List<String> roles = named(at).stream().map(it -> it.role().key()).toList();
        return notice.deliveries().stream()
                .filter(it -> it.position().equals(at))
                .sorted(Comparator.comparingInt((Delivery it) -> indexOf(roles, it.role()))
                        .thenComparing(it -> it.contact().toString()))
                .toList();
    }

    private List<NoticeRule.Recipient> named(LadderPosition at) {
        Ladder ladder = notice.policy().requiredLadder();
        return at.target(ladder) == Ladder.Target.ROLES
                ? at.step(ladder).orElseThrow().roles()
                : notice.policy().rule().recipients();
    }

    private static int indexOf(List<String> roles, String role) {
        int index = roles.indexOf(role);
        return index < 0 ? roles.size() : index;
    }

    /** The first deputy in order who is there, can be reached, and has not been notified in this round. */
    Optional<Recipient> nextDeputy(Person person, String role, List<Recipient> chosen) {
        return directory.contactsOf(person.agency().code()).presentDeputies(person.contact(), now).stream()
                .map(it -> new Recipient(it, role, RecipientReason.DEPUTY_OF_UNREACHED))
                .filter(it -> notYetNotified(it) && !channels(it.person()).isEmpty())
                .filter(it -> !contains(chosen, it))
                .findFirst();
    }

    private static boolean contains(List<Recipient> recipients, Recipient one) {
        return recipients.stream()
                .anyMatch(it -> it.person().contact().equals(one.person().contact()));
    }

    private boolean notYetNotified(Recipient recipient) {
        UUID contact = recipient.person().contact();
        return notice.deliveries().stream()
                .noneMatch(it -> it.contact().equals(contact)
                        && it.position().loop() == notice.position().loop());
    }

    private static List<Recipient> because(RecipientReason reason, List<Recipient> recipients) {
        return recipients.stream().map(it -> it.because(reason)).toList();
    }

    /** Everybody by every channel; whoever has none that is allowed is replaced by a deputy. */
    List<Delivery> deliveriesTo(List<Recipient> recipients) {
        List<Recipient> reachable = new ArrayList<>();
        for (Recipient recipient : recipients) {
            Optional<Recipient> found = channels(recipient.person()).isEmpty()
                    ? nextDeputy(recipient.person(), recipient.role(), recipients)
                    : Optional.of(recipient);
            found.filter(it -> !contains(reachable, it)).ifPresent(reachable::add);
        }
        return reachable.stream()
                .flatMap(it -> channels(it.person()).stream().map(channel -> delivery(it, channel)))
                .toList();
    }

    private Delivery delivery(Recipient recipient, Channel channel) {
        String address = recipient.person().address(channel).orElseThrow();
        return new Delivery(
                recipient.person(),
                recipient.role(),
                recipient.because(),
                notice.position(),
                channel,
                address,
                State.IN_PROGRESS);
    }

    /** Those of the rule by which he can be reached; when there is none, another one. */
    private List<Channel> channels(Person person) {
        List<Channel> wanted = notice.policy()
                .ladder()
                .flatMap(ladder -> notice.position().step(ladder))
                .map(Ladder.Step::channels)
                .filter(own -> !own.isEmpty())
                .orElse(notice.policy().rule().channels());
        List<Channel> possible = allowed(wanted, person);
        return possible.isEmpty()
                ? allowed(LAST_RESORTS, person).stream().limit(1).toList()
                : possible;
    }

    private List<Channel> allowed(List<Channel> channels, Person person) {
        return channels.stream()
                .map(it -> notice.phoneOnly() ? Channel.PHONE_TASK : it)
                .distinct()
                .filter(it -> it.canSend() && person.address(it).isPresent())
                .toList();
    }
}
