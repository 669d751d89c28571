package org.tongbao.contacts.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** A row of {@code shift}. */
@Entity
@Table(name = "shift")
class ShiftRow {
    @Id
    UUID id;

    @Column(name = "agency")
    String agency;

    @Column(name = "revision")
    long revision;

    @Column(name = "role")
    String role;

    @Column(name = "contact")
    UUID contact;

    @Column(name = "starts")
    Instant starts;

    @Column(name = "ends")
    Instant ends;

    static ShiftRow of(AgencyCode agency, UUID id) {
        var row = new ShiftRow();
        row.id = id;
        row.agency = agency.value();
        return row;
    }

    ShiftRow with(Shift shift, long number) {
        revision = number;
        role = shift.role().key();
        contact = shift.contact();
        starts = shift.from();
        ends = shift.until();
        return this;
    }

    Shift shift() {
        return new Shift(Keyed.find(Role.class, role).orElseThrow(), contact, starts, ends);
    }
}
