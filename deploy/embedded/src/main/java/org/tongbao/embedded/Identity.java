package org.tongbao.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody the identity provider vouches for.
 *
 * @param sub unchangeable id of the person; also the {@code client_id} a token is asked with
 * @param agency code of the agency the person acts for
 */
public record Identity(String sub, String name, String agency, List<String> groups) {
    public static Identity of(String sub, String name, String agency, String... groups) {
        return new Identity(sub, name, agency, List.of(groups));
    }

    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("name", name);
        claims.put("agency", agency);
        claims.put("groups", groups);
        return claims;
    }
}
