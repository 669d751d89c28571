package org.tongbao.escalation.db;

import org.tongbao.platform.sql.JsonColumn;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.platform.sql.Row;

/** Columns of the directory's messages as the domain knows them. */
public final class DirectoryMessageRows {
    /** Whom the message {@code m} is for, and what it is about: eight columns. */
    public static final String COLUMNS =
            "m.contact, m.name, m.language, m.channels::text, m.agency_name, m.agency_name_english, m.kind, m.matter";

    private static final TypeReference<List<Addressee.Channel>> CHANNELS = new TypeReference<>() {};

    private DirectoryMessageRows() {}

    public static Addressee addressee(Row row, int first) {
        UUID contact = row.uuid(first);
        return new Addressee(
                contact,
                row.text(first + 1),
                row.text(first + 2),
                JsonColumn.read(row.text(first + 3), CHANNELS),
                row.text(first + 4),
                row.nullable(first + 5));
    }

    public static DirectoryNotification notification(Row row, int kind) {
        String json = row.text(kind + 1);
        return switch (DirectoryNotification.Kind.valueOf(row.text(kind))) {
            case CODE_REQUESTED -> JsonColumn.read(json, new TypeReference<DirectoryNotification.CodeRequested>() {});
            case SHIFT_STARTING -> JsonColumn.read(json, new TypeReference<DirectoryNotification.ShiftStarting>() {});
            case DUTY_CHANGED -> JsonColumn.read(json, new TypeReference<DirectoryNotification.DutyChanged>() {});
            case ATTESTATION_DUE -> JsonColumn.read(json, new TypeReference<DirectoryNotification.AttestationDue>() {});
            case READINESS_REPORTED -> JsonColumn.read(json, new TypeReference<DirectoryNotification.ReadinessReported>() {});
        };
    }
}
