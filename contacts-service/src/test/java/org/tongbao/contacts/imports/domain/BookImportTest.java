package org.tongbao.contacts.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contacts.people.domain.ItemKind;

class BookImportTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final AgencyCode OFFICE = new AgencyCode("TPE-EDU");
    private static final UUID SOMEBODY = new UUID(0, 1);
    private static final String ADDRESS = "somebody@office.example.test";
    private static final Channel MAIL = new Channel(ChannelType.MAIL, ADDRESS);
    private static final Certificate EXPIRED = new Certificate("a\nb", "f1", NOW.minusSeconds(1));
    private static final Certificate VALID = new Certificate("c", "f2", NOW.plusSeconds(1));

    private final ContactBook book = new ContactBook(OFFICE, 0, Map.of());

    BookImportTest() {
        var contact = new Contact("某甲", null, Employment.STAFF, "zh-TW", Set.of(), List.of(MAIL), Set.of(), EXPIRED);
        book.file(SOMEBODY, contact, Precondition.NOTHING);
    }

    @Test
    void aCertificateThatExpiredMeanwhileKeepsNothingElseOut() {
        var same = new Certificate("a\r\nb", "f1", EXPIRED.expires());

        var imported = take(said("科長", same, ADDRESS));

        assertThat(imported.errors()).isEmpty();
        assertThat(book.contact(SOMEBODY)).hasValueSatisfying(it -> {
            assertThat(it.title()).isEqualTo("科長");
            assertThat(it.certificate()).isEqualTo(EXPIRED);
        });
    }

    @Test
    void anotherOneIsHeldAgainstTheAddressesThatTheImportLeavesOut() {
        assertThat(take(said(null, VALID, ADDRESS)).errors()).isEmpty();
        assertThat(take(said(null, EXPIRED, ADDRESS)).errors())
                .containsExactly(ValidationError.at(
                        "/contacts/0/certificate/value", ValidationError.Reason.CERTIFICATE_EXPIRED));
        assertThat(take(said(null, new Certificate("d", "f3", VALID.expires()), "another@office.example.test"))
                        .errors())
                .containsExactly(ValidationError.at(
                        "/contacts/0/certificate/value", ValidationError.Reason.CERTIFICATE_OF_ANOTHER));
    }

    private BookImport take(ImportedItem contact) {
        var into = new BookImport(book, new BookRules(Map.of(), List.of(), Set.of()), UUID::randomUUID);
        into.take(contact);
        return into;
    }

    private static ImportedItem said(@Nullable String title, Certificate certificate, String address) {
        var read = new Certificates.Read(certificate, List.of(address), NOW.minusSeconds(9));
        Map<String, Object> fields = new HashMap<>(Map.of("certificate", new ImportedCertificate(read, NOW)));
        if (title != null) {
            fields.put("title", title);
        }
        return new ImportedItem("/contacts/0", OFFICE, SOMEBODY, ItemKind.CONTACT, fields, false);
    }
}
