package org.tongbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks is read from a token that somebody else filled. */
class CallerSourceTest {
    static Stream<Object> malformed() {
        return Stream.of(
                "TPE-EDU\r\nX",
                "TPE\nEDU",
                "TPE EDU",
                "TPE\u0000",
                "A".repeat(6000),
                7,
                true,
                List.of("TPE"),
                Map.of("a", 1));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatCannotBeACodeIsNoLogin(Object agency) {
        assertThatThrownBy(() -> caller(agency)).isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void withoutAnAgencyACallerMaySeeNothing() {
        assertThatThrownBy(() -> caller(null)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> caller(" ")).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aCodeIsTakenAsItIs() {
        assertThat(caller("TPE-EDU").agency()).isEqualTo("TPE-EDU");
    }

    private static Caller caller(@Nullable Object agency) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("somebody");
        claims.setClaim("name", "王小明");
        if (agency != null) {
            claims.setClaim("agency", agency);
        }
        return new CallerSource(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                        .build())
                .caller();
    }
}
