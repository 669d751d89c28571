package org.tongbao.contacts.imports.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;

/**
 * Addresses of an import.
 *
 * @param given in order of preference
 * @param whole whether these are all addresses; otherwise a type of which there is none keeps what it has, as a blank
 *     cell of a sheet does
 * @param order types in order of preference, of a sheet that has a column for each type; null when it says nothing
 */
public record ImportedChannels(
        List<Channel> given, boolean whole, @Nullable List<ChannelType> order) {
    public ImportedChannels {
        given = List.copyOf(given);
    }

    List<Channel> over(List<Channel> before) {
        if (whole) {
            return given;
        }
        Map<ChannelType, Deque<Channel>> byType = new EnumMap<>(ChannelType.class);
        for (ChannelType type : ChannelType.values()) {
            List<Channel> ofType = of(type, given);
            byType.put(type, new ArrayDeque<>(ofType.isEmpty() ? of(type, before) : ofType));
        }
        List<ChannelType> wanted =
                order == null ? before.stream().map(Channel::type).toList() : order;
        List<Channel> over = new ArrayList<>();
        for (ChannelType type : wanted) {
            Channel next = byType.getOrDefault(type, new ArrayDeque<>()).poll();
            if (next != null) {
                over.add(next);
            }
        }
        byType.values().forEach(over::addAll); // what the order does not name comes last
        return over;
    }

    private static List<Channel> of(ChannelType type, List<Channel> channels) {
        return channels.stream().filter(it -> it.type() == type).toList();
    }
}
