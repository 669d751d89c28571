package org.tongbao.escalation.db;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.platform.sql.Row;

/** Columns of the directory's messages as the domain knows them. */
public final class DirectoryMessageRows {
    /** The columns of the message {@code m} that these read. */
    public static final String COLUMNS =
            "m.contact, m.name, m.language, m.channels::text, m.agency_name, m.agency_name_english, m.kind, m.matter";

    private static final TypeReference<List<Addressee.Channel>> CHANNELS = new TypeReference<>() {};

    private DirectoryMessageRows() {}

    public static Addressee addressee(Row row) {
        return new Addressee(
                row.uuid("contact"),
                row.text("name"),
                row.text("language"),
                JsonColumn.read(row.text("channels"), CHANNELS),
                row.text("agency_name"),
                row.textOrNull("agency_name_english"));
    }

    public static DirectoryNotification notification(Row row) {
        Class<? extends DirectoryNotification> type =
                switch (DirectoryNotification.Kind.valueOf(row.text("kind"))) {
                    case CODE_REQUESTED -> DirectoryNotification.CodeRequested.class;
                    case SHIFT_STARTING -> DirectoryNotification.ShiftStarting.class;
                    case DUTY_CHANGED -> DirectoryNotification.DutyChanged.class;
                    case ATTESTATION_DUE -> DirectoryNotification.AttestationDue.class;
                    case READINESS_REPORTED -> DirectoryNotification.ReadinessReported.class;
                };
        return JsonColumn.read(row.text("matter"), type);
    }
}
