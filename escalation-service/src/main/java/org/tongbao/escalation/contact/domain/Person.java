package org.tongbao.escalation.contact.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;

/**
 * Somebody who can be notified.
 *
 * @param contact id in the directory
 * @param agency where he works
 * @param language {@code zh-TW} or {@code en}
 * @param addresses by channel, in his order of preference; the numbers of a phone task all stand on its call sheet
 */
public record Person(UUID contact, Agency agency, String name, String language, Map<Channel, List<String>> addresses) {
    private static final String SEPARATOR = " / ";

    public Person {
        addresses = Map.copyOf(addresses);
    }

    /** What his agency is called. */
    public record Agency(String code, String name, Optional<String> nameEnglish) {}

    /** How he is reached by this channel, empty when he cannot be. */
    public Optional<String> address(Channel channel) {
        List<String> known = addresses.getOrDefault(channel, List.of());
        return channel == Channel.PHONE_TASK && !known.isEmpty()
                ? Optional.of(String.join(SEPARATOR, known))
                : known.stream().findFirst();
    }
}
