package org.tongbao.contacts.duty.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.duty.domain.DutyPreview;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.BookVersions;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.platform.time.Times;

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

    static DutyPreviewView of(BookVersions course) {
        List<DutyPreview> previews = course.duty();
        var contacts = previews.stream()
                .flatMap(it -> it.assignments().stream())
                .map(DutyAssignment::contact)
                .collect(Collectors.toSet());
        Stream<Absence> absences = course.absences().stream().filter(it -> contacts.contains(it.contact()));
        return new DutyPreviewView(
                course.agency().value(),
                Times.shown(course.from()),
                Times.shown(course.until()),
                previews.stream().map(it -> role(course, it)).toList(),
                absences.map(it -> new AbsenceView(
                                it.contact(), Times.shown(it.from()), Times.shown(it.until()), it.standIn()))
                        .toList());
    }

    private static RoleView role(BookVersions course, DutyPreview preview) {
        return new RoleView(
                preview.role().key(),
                preview.assignments().stream().map(it -> turn(course, it)).toList(),
                preview.gaps().stream()
                        .map(it -> new GapView(
                                Times.shown(it.interval().from()),
                                Times.shown(it.interval().until()),
                                it.held() ? "role" : "nobody"))
                        .toList(),
                preview.overlaps().stream()
                        .map(it -> new OverlapView(
                                Times.shown(it.interval().from()),
                                Times.shown(it.interval().until()),
                                List.copyOf(it.contacts())))
                        .toList());
    }

    private static TurnView turn(BookVersions course, DutyAssignment turn) {
        String name = course.contact(turn.contact()).map(Contact::name).orElse("");
        return new TurnView(
                turn.contact(),
                name,
                Times.shown(turn.from()),
                Times.shown(turn.until()),
                turn.by().key());
    }
}
