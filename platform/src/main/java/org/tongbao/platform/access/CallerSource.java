package org.tongbao.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CallerSource {
    private final SecurityIdentity identity;

    CallerSource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws ForbiddenException when the token names no agency: such a caller may see nothing
     */
    public Caller caller() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ForbiddenException("no token");
        }
        String agency = token.getClaim("agency");
        String subject = token.getSubject();
        if (isBlank(agency) || isBlank(subject)) {
            throw new ForbiddenException("the token has no agency or no subject");
        }
        String name = token.getClaim("name");
        return new Caller(subject, isBlank(name) ? subject : name, agency, Set.copyOf(identity.getRoles()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
