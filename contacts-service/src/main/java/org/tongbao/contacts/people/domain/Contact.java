package org.tongbao.contacts.people.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Role;

/**
 * 聯絡人.
 *
 * @param language {@code zh-TW} or {@code en}
 * @param channels in order of preference, at least one
 * @param teamRoles seats of the response team that the person takes, as the agency's procedure names them
 * @param certificate what to encrypt to
 */
public record Contact(
        String name,
        @Nullable String title,
        Employment employment,
        String language,
        Set<Role> roles,
        List<Channel> channels,
        Set<Actor> teamRoles,
        @Nullable Certificate certificate)
        implements BookItem {
    public Contact {
        roles = Set.copyOf(roles);
        channels = List.copyOf(channels);
        teamRoles = Set.copyOf(teamRoles);
    }

    public Contact(
            String name,
            @Nullable String title,
            Employment employment,
            String language,
            Set<Role> roles,
            List<Channel> channels) {
        this(name, title, employment, language, roles, channels, Set.of(), null);
    }
}
