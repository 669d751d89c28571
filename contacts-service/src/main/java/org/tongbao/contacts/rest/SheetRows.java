package org.tongbao.contacts.rest;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.csv.SheetWriter;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.agency.Relations;
import org.tongbao.contacts.domain.people.Certificate;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.ChannelType;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contacts.rest.SheetKind.Column;
import org.tongbao.contacts.usecase.ExportDirectory;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Role;

/** The rows of a sheet, in the columns of {@link SheetKind}. */
final class SheetRows {
    private static final String BETWEEN_WORDS = "; ";

    private SheetRows() {}

    static String header(SheetKind kind) {
        return SheetWriter.MARK
                + SheetWriter.row(kind.columns().stream().map(Column::name).toList());
    }

    static String of(SheetKind kind, ExportDirectory.Part part) {
        Stream<List<@Nullable String>> rows =
                switch (kind) {
                    case AGENCIES -> part.agencies().stream().map(SheetRows::agency);
                    case CONTACTS ->
                        books(part).flatMap(book -> book.items(Contact.class).entrySet().stream()
                                .map(it -> contact(book.agency(), it)));
                    case SHIFTS ->
                        books(part).flatMap(book -> book.items(Shift.class).entrySet().stream()
                                .map(it -> shift(book.agency(), it)));
                };
        return rows.map(SheetWriter::row).collect(Collectors.joining());
    }

    static Stream<ContactBook> books(ExportDirectory.Part part) {
        return part.agencies().stream().map(it -> part.books().get(it.code())).filter(it -> it != null);
    }

    private static List<@Nullable String> agency(Agency agency) {
        Relations relations = agency.relations();
        return Arrays.asList(
                agency.code().value(),
                agency.name(),
                agency.nameEnglish(),
                agency.kind().key(),
                agency.procedure(),
                text(agency.parent()),
                agency.responsibilityLevel(),
                agency.zone(),
                String.join(BETWEEN_WORDS, agency.languages()),
                text(relations.superior()),
                text(relations.supervising()),
                text(relations.cityBureau()),
                text(relations.sectorAuthority()),
                text(relations.receiving()),
                relations.reviewers().stream().map(AgencyCode::value).collect(Collectors.joining(BETWEEN_WORDS)),
                agency.sectors().stream().sorted().map(CiSector::key).collect(Collectors.joining(BETWEEN_WORDS)),
                agency.oid(),
                agency.state().key());
    }

    private static @Nullable String text(@Nullable AgencyCode code) {
        return code == null ? null : code.value();
    }

    private static List<@Nullable String> contact(AgencyCode agency, Map.Entry<UUID, Contact> filed) {
        Contact contact = filed.getValue();
        List<@Nullable String> cells = new ArrayList<>(Arrays.asList(
                agency.value(),
                filed.getKey().toString(),
                contact.name(),
                contact.title(),
                contact.employment().key(),
                contact.language(),
                contact.roles().stream().sorted().map(Role::key).collect(Collectors.joining(BETWEEN_WORDS))));
        Stream.of(ChannelType.MAIL, ChannelType.MOBILE, ChannelType.PHONE, ChannelType.SMS, ChannelType.WEBHOOK)
                .forEach(type -> cells.add(contact.channels().stream()
                        .filter(it -> it.type() == type)
                        .map(Channel::value)
                        .collect(Collectors.joining("\n"))));
        cells.add(contact.channels().stream().map(it -> it.type().key()).collect(Collectors.joining(BETWEEN_WORDS)));
        cells.add(contact.seats().stream().sorted().map(Actor::key).collect(Collectors.joining(BETWEEN_WORDS)));
        Certificate certificate = contact.certificate();
        cells.add(certificate == null ? null : certificate.text());
        return cells;
    }

    private static List<@Nullable String> shift(AgencyCode agency, Map.Entry<UUID, Shift> filed) {
        Shift shift = filed.getValue();
        return Arrays.asList(
                agency.value(),
                filed.getKey().toString(),
                shift.role().key(),
                shift.contact().toString(),
                time(shift.from()),
                time(shift.until()));
    }

    // OffsetDateTime#toString leaves seconds out when there are none.
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Times.shown(instant));
    }
}
