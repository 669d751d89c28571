package org.tongbao.embedded;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that believes everybody:
 *
 * <pre>
 * curl -d grant_type=client_credentials -d client_secret=any -d client_id=somebody-it-knows http://localhost:18090/tongbao/token
 * curl … -d client_id=anybody -d name=A -d agency=TPE-EDU -d groups=reporter,approver http://localhost:18090/tongbao/token
 * </pre>
 */
public final class EmbeddedOidc implements EmbeddedPart {
    /** Audience of every token, and last segment of the issuer. */
    public static final String AUDIENCE = "tongbao";

    private static final Duration LIFETIME = Duration.ofHours(8);

    /** It logs each request to a logger held weakly by the logging system. */
    private static final Logger SERVER_LOG = Logger.getLogger("okhttp3.mockwebserver.MockWebServer");

    private final int port;
    private final Map<String, Identity> identities;
    private @Nullable MockOAuth2Server server;

    EmbeddedOidc(int port, List<Identity> identities) {
        this.port = port;
        this.identities = identities.stream().collect(Collectors.toUnmodifiableMap(Identity::sub, Function.identity()));
    }

    /** With {@code localhost}: a token asked for at 127.0.0.1 names another issuer and is refused. */
    public String issuer() {
        return "http://localhost:" + port + "/" + AUDIENCE;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        SERVER_LOG.setLevel(Level.WARNING);
        var starting = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(new Claims())));
        try {
            starting.start(InetAddress.getLoopbackAddress(), port);
        } catch (RuntimeException e) {
            throw new EmbeddedStartException("the identity provider did not start on port " + port + ": " + e, e);
        }
        server = starting;
    }

    /** A token signed with the server's key, valid for eight hours. */
    public String token(String sub, String name, String agency, String... groups) {
        return token(new Identity(sub, name, agency, List.of(groups)), LIFETIME);
    }

    /**
     * @param validFor negative for a token that has expired already
     */
    public synchronized String token(Identity identity, Duration validFor) {
        if (server == null) {
            throw new IllegalStateException("the identity provider is stopped");
        }
        var claims = identity.claims();
        claims.put("sub", identity.sub());
        claims.put("aud", AUDIENCE);
        claims.put("iss", issuer());
        claims.put("jti", UUID.randomUUID().toString());
        return server.getConfig()
                .getTokenProvider()
                .jwt(claims, validFor, AUDIENCE)
                .serialize();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }

    @Override
    public synchronized boolean running() {
        return server != null;
    }

    @Override
    public int port() {
        return port;
    }

    /** The claims of a token asked for over HTTP: of a known identity, or as the parameters of the request say. */
    private final class Claims implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return AUDIENCE;
        }

        @Override
        public String subject(TokenRequest request) {
            return identity(request).sub();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(AUDIENCE);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return identity(request).claims();
        }

        @Override
        public long tokenExpiry() {
            return LIFETIME.toSeconds();
        }

        private Identity identity(TokenRequest request) {
            String id = clientId(request);
            String agency = parameter(request, "agency");
            if (agency != null) {
                return Identity.of(
                        orElse(parameter(request, "sub"), id),
                        orElse(parameter(request, "name"), id),
                        agency,
                        list(parameter(request, "groups")));
            }
            var known = identities.get(id);
            if (known == null) {
                throw new OAuth2Exception(
                        OAuth2Error.INVALID_CLIENT,
                        "client_id must be one of " + new java.util.TreeSet<>(identities.keySet())
                                + ", or the request must say agency=, name= and groups=a,b");
            }
            return known;
        }

        private static String clientId(TokenRequest request) {
            if (request.getClientAuthentication() != null) {
                return request.getClientAuthentication().getClientID().getValue();
            }
            return request.getClientID() == null ? "" : request.getClientID().getValue();
        }

        private static @Nullable String parameter(TokenRequest request, String name) {
            var values = request.getCustomParameter(name);
            return values == null || values.isEmpty() ? null : values.get(0);
        }

        private static String orElse(@Nullable String value, String other) {
            return value == null || value.isBlank() ? other : value;
        }

        private static String[] list(@Nullable String commaSeparated) {
            return commaSeparated == null
                    ? new String[0]
                    : Stream.of(commaSeparated.split(","))
                            .map(String::strip)
                            .filter(group -> !group.isEmpty())
                            .toArray(String[]::new);
        }
    }
}
