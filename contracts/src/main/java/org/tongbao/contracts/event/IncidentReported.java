package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 通報: an agency reported an incident. Carries what clocks, reviewers and ladders need, and no incident content.
 *
 * @param number what people read and speak, such as {@code 2026-7F3K-9Q2C}
 * @param procedure id of the procedure it was opened under
 * @param procedureHash content hash of that procedure, which stays for the incident's life
 * @param level the level on record: declared, or calculated when none was declared
 * @param tlp TLP 2.0 mark: {@code CLEAR, GREEN, AMBER, AMBER+STRICT, RED}
 * @param reportedBy subject of the token that reported; it must not review
 * @param approvedBy subject of the token that approved; it must not review
 * @param stateSecret 國家機密 is concerned: never by mail
 */
public record IncidentReported(
        UUID incidentId,
        String number,
        String agency,
        String procedure,
        String procedureHash,
        int level,
        @Nullable Integer declaredLevel,
        @Nullable Integer calculatedLevel,
        String tlp,
        Anchors anchors,
        List<Affected> affectedAgencies,
        boolean personalData,
        boolean stateSecret,
        boolean supportNeeded,
        String reportedBy,
        @Nullable String approvedBy)
        implements IncidentPayload {

    /**
     * Separate instants, UTC; null while not known.
     *
     * @param occurred 發生
     * @param discovered 發現
     * @param confirmed 確認
     * @param aware 知悉
     * @param reported when the reporter filed, or spoke on the phone
     * @param received 接獲: when it was stored here, or the call was taken
     */
    public record Anchors(
            @Nullable Instant occurred,
            @Nullable Instant discovered,
            @Nullable Instant confirmed,
            Instant aware,
            Instant reported,
            Instant received) {}

    /** 受影響機關: named by the reporter, told by a lateral notice. */
    public record Affected(String agency, String why) {}
}
