package org.tongbao.contacts.duty.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.platform.time.Times;

/** Who holds which role at an instant. A role that nobody has is not in it. */
record DutyView(String agency, OffsetDateTime at, List<RoleView> roles) {
    record RoleView(String role, List<HolderView> holders) {}

    /**
     * @param by {@code shift, rotation, swap, override}, or {@code role} when nobody is planned and everybody who has the
     *     role holds it
     * @param acting who does the work: the contact itself, its stand-in or the first deputy who is there; null when
     *     everybody is away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderView(
            UUID contact,
            String name,
            String by,
            boolean absent,
            @Nullable ActingView acting) {}

    record ActingView(UUID contact, String name) {}

    static DutyView of(ContactBook book, Instant at) {
        Map<String, List<HolderView>> roles = DutyPlan.at(book, at).stream()
                .collect(Collectors.groupingBy(
                        it -> it.role().key(),
                        TreeMap::new,
                        Collectors.mapping(it -> holder(book, it, at), Collectors.toList())));
        return new DutyView(
                book.agency().value(),
                Times.shown(at),
                roles.entrySet().stream()
                        .map(it -> new RoleView(it.getKey(), it.getValue()))
                        .toList());
    }

    private static HolderView holder(ContactBook book, DutyAssignment turn, Instant at) {
        UUID contact = turn.contact();
        UUID acting = book.actsFor(contact, at).orElse(null);
        return new HolderView(
                contact,
                name(book, contact),
                turn.by().key(),
                !contact.equals(acting),
                acting == null ? null : new ActingView(acting, name(book, acting)));
    }

    private static String name(ContactBook book, UUID contact) {
        return book.contact(contact).map(Contact::name).orElse("");
    }
}
