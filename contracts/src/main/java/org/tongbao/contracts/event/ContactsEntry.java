package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 聯絡人: the people of one agency, as a whole snapshot. Duty is already worked out: nobody but contacts-service knows
 * rotation rules.
 *
 * @param version grows with each change; a reader keeps the higher
 * @param duty who holds which role when, for the next 35 days, ordered by role and start
 */
public record ContactsEntry(
        String agency,
        long version,
        List<Contact> contacts,
        List<Deputyship> deputies,
        List<Absence> absences,
        List<Duty> duty)
        implements DirectoryPayload {

    /**
     * @param roles such as {@code report-window, security-contact, it-head, ciso, reviewer, press, duty-desk}
     * @param language {@code zh-TW} or {@code en}
     * @param channels in order of preference
     */
    public record Contact(
            UUID id,
            String name,
            @Nullable String title,
            String language,
            List<String> roles,
            List<Channel> channels) {}

    /**
     * @param type {@code mail, phone, mobile, sms, webhook}
     */
    public record Channel(String type, String value, boolean verified) {}

    /**
     * 代理人: who stands in for a contact, in order.
     *
     * @param from start of validity, inclusive
     * @param until end of validity, exclusive; null while it is open
     */
    public record Deputyship(
            UUID contact,
            List<UUID> deputies,
            Instant from,
            @Nullable Instant until) {}

    /**
     * @param from inclusive
     * @param until exclusive
     */
    public record Absence(
            UUID contact,
            Instant from,
            Instant until,
            @Nullable UUID standIn) {}

    /**
     * @param from inclusive
     * @param until exclusive
     */
    public record Duty(String role, UUID contact, Instant from, Instant until) {}
}
