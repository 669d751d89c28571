package org.tongbao.contracts.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who must be told of something in the directory, with everything it takes to reach him: who tells needs no copy of
 * the contacts for it.
 *
 * @param language {@code zh-TW} or {@code en}
 * @param channels in order of preference; the next is tried when one does not take the message
 */
public record Addressee(
        UUID contact,
        String name,
        String language,
        List<Channel> channels,
        String agencyName,
        @Nullable String agencyNameEnglish) {
    public Addressee {
        channels = List.copyOf(channels);
    }

    /**
     * @param type {@code mail, phone, mobile, sms}
     */
    public record Channel(String type, String value) {}
}
