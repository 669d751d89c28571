package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.Absence;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPreview;
import org.tongbao.contacts.domain.people.Turn;
import org.tongbao.contacts.domain.roster.Span;

/**
 * Who holds which role over a while, and what is doubtful about it.
 *
 * @param absences of whoever has a turn; a turn stays whose it is, and the stand-in acts
 */
@Schema(name = "DutyPreview")
record DutyPreviewView(
        String agency, OffsetDateTime from, OffsetDateTime to, List<RoleView> roles, List<AbsenceView> absences) {
    @Schema(name = "DutyPreviewRole")
    record RoleView(String role, List<TurnView> turns, List<GapView> gaps, List<OverlapView> overlaps) {}

    /**
     * @param by {@code shift, rotation, swap, override}, or {@code role} where nobody is planned
     */
    @Schema(name = "DutyTurn")
    record TurnView(UUID contact, String name, OffsetDateTime from, OffsetDateTime until, String by) {}

    /**
     * @param heldBy {@code role} when everybody who has the role holds it meanwhile, {@code nobody} when nobody has it
     */
    @Schema(name = "DutyGap")
    record GapView(OffsetDateTime from, OffsetDateTime until, String heldBy) {}

    @Schema(name = "DutyOverlap")
    record OverlapView(OffsetDateTime from, OffsetDateTime until, List<UUID> contacts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DutyAbsence")
    record AbsenceView(
            UUID contact,
            OffsetDateTime from,
            OffsetDateTime until,
            @Nullable UUID standIn) {}

    static DutyPreviewView of(ContactBook book, Instant from, Instant to) {
        List<DutyPreview> previews = DutyPreview.of(book, from, to);
        var contacts = previews.stream()
                .flatMap(it -> it.turns().stream())
                .map(Turn::contact)
                .collect(Collectors.toSet());
        Span span = new Span(from, to);
        Stream<Absence> absences = book.items(Absence.class).values().stream()
                .filter(it -> contacts.contains(it.contact()))
                .filter(it -> span.touches(new Span(it.from(), it.until())));
        return new DutyPreviewView(
                book.agency().value(),
                Times.shown(from),
                Times.shown(to),
                previews.stream().map(it -> role(book, it)).toList(),
                absences.map(it -> new AbsenceView(
                                it.contact(), Times.shown(it.from()), Times.shown(it.until()), it.standIn()))
                        .toList());
    }

    private static RoleView role(ContactBook book, DutyPreview preview) {
        return new RoleView(
                preview.role().key(),
                preview.turns().stream().map(it -> turn(book, it)).toList(),
                preview.gaps().stream()
                        .map(it -> new GapView(
                                Times.shown(it.span().from()),
                                Times.shown(it.span().until()),
                                it.held() ? "role" : "nobody"))
                        .toList(),
                preview.overlaps().stream()
                        .map(it -> new OverlapView(
                                Times.shown(it.span().from()),
                                Times.shown(it.span().until()),
                                List.copyOf(it.contacts())))
                        .toList());
    }

    private static TurnView turn(ContactBook book, Turn turn) {
        String name = book.contact(turn.contact()).map(Contact::name).orElse("");
        return new TurnView(
                turn.contact(),
                name,
                Times.shown(turn.from()),
                Times.shown(turn.until()),
                turn.by().key());
    }
}
