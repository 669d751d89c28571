package org.tongbao.escalation.directory.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message of the directory is for.
 *
 * @param language {@code zh-TW} or {@code en}
 * @param channels in order of preference
 */
public record Addressee(
        UUID contact,
        String name,
        String language,
        List<Channel> channels,
        String agencyName,
        @Nullable String agencyNameEnglish) {
    /** Numbers that the duty desk calls. */
    private static final Set<String> CALLED = Set.of("phone", "mobile");

    public Addressee {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(agencyName, "agencyName");
        channels = List.copyOf(channels);
    }

    /**
     * @param type {@code mail, phone, mobile, sms}, or one that is not known yet
     */
    public record Channel(String type, String value) {
        public Channel {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The channel that is next.
     *
     * @param position in the list of channels, from 0; their number when none is left
     * @param skipped positions of channels that nobody can send by
     */
    public record NextChannel(int position, Mode mode, List<Integer> skipped) {
        public NextChannel {
            skipped = List.copyOf(skipped);
        }
    }

    /** How a channel is used. */
    public enum Mode {
        SENT,
        CALLED,
        NONE_LEFT
    }

    /**
     * @param first where to look from
     * @param senders types of channels that can be sent by
     */
    public NextChannel nextChannel(int first, Set<String> senders) {
        int position = first;
        while (position < channels.size() && mode(position, senders) == Mode.NONE_LEFT) {
            position++;
        }
        Mode mode = position < channels.size() ? mode(position, senders) : Mode.NONE_LEFT;
        return new NextChannel(
                position, mode, IntStream.range(first, position).boxed().toList());
    }

    private Mode mode(int position, Set<String> senders) {
        String type = channels.get(position).type();
        if (senders.contains(type)) {
            return Mode.SENT;
        }
        return CALLED.contains(type) ? Mode.CALLED : Mode.NONE_LEFT;
    }
}
