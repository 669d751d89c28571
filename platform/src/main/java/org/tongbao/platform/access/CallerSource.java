package org.tongbao.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CallerSource {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private final SecurityIdentity identity;

    CallerSource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws ForbiddenException when the token names no agency: such a caller may see nothing
     * @throws UnauthorizedException when what it names cannot be an agency's code
     */
    public Caller caller() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ForbiddenException("no token");
        }
        String agency = code(token.getClaim("agency"));
        String subject = token.getSubject();
        if (agency == null || isBlank(subject)) {
            throw new ForbiddenException("the token has no agency or no subject");
        }
        String name = token.<Object>getClaim("name") instanceof String text && !text.isBlank() ? text : subject;
        return new Caller(subject, name, agency, Set.copyOf(identity.getRoles()));
    }

    /** It goes into scopes, rows and events as it is, so nothing else than a code is taken for one. */
    private static @Nullable String code(@Nullable Object claim) {
        if (claim == null || claim instanceof String text && text.isBlank()) {
            return null;
        }
        if (claim instanceof String text && CODE.matcher(text).matches()) {
            return text;
        }
        throw new UnauthorizedException("the claim agency is malformed");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
