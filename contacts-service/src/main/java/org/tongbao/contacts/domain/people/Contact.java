package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Role;

/**
 * 聯絡人.
 *
 * @param language {@code zh-TW} or {@code en}
 * @param channels in order of preference, at least one
 */
public record Contact(
        String name,
        @Nullable String title,
        Employment employment,
        String language,
        Set<Role> roles,
        List<Channel> channels)
        implements Item {
    public Contact {
        roles = Set.copyOf(roles);
        channels = List.copyOf(channels);
    }
}
