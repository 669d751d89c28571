package org.tongbao.contacts.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Absence;

/** A row of {@code absence}. */
@Entity
@Table(name = "absence")
class AbsenceRow {
    @Id
    UUID id;

    @Column(name = "agency")
    String agency;

    @Column(name = "revision")
    long revision;

    @Column(name = "contact")
    UUID contact;

    @Column(name = "stand_in")
    @Nullable
    UUID standIn;

    @Column(name = "starts")
    Instant starts;

    @Column(name = "ends")
    Instant ends;

    static AbsenceRow of(AgencyCode agency, UUID id) {
        var row = new AbsenceRow();
        row.id = id;
        row.agency = agency.value();
        return row;
    }

    AbsenceRow with(Absence absence, long number) {
        revision = number;
        contact = absence.contact();
        standIn = absence.standIn();
        starts = absence.from();
        ends = absence.until();
        return this;
    }

    Absence absence() {
        return new Absence(contact, starts, ends, standIn);
    }
}
