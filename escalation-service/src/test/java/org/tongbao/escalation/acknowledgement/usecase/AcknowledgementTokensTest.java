package org.tongbao.escalation.acknowledgement.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;

class AcknowledgementTokensTest {
    private static final String OLD = "the-secret-of-last-year-0123456789";
    private static final String NEW = "the-secret-of-this-year-0123456789";
    private static final String OTHER = "a-secret-of-somewhere-else-0123456789";

    private final UUID recipient = Ids.next();

    @Test
    void aLetterUnderWayKeepsItsLinkAndCodeWhenTheSecretChanges() {
        AcknowledgementTokens before = tokens(OLD, null);
        byte[] kept = before.tokenHash(recipient);

        var copy = tokens(NEW, OLD).link(recipient, kept);

        assertThat(copy).isEqualTo(before.link(recipient, kept)).isPresent();
    }

    @Test
    void aNewLetterIsMadeByTheNewSecret() {
        AcknowledgementTokens rotated = tokens(NEW, OLD);

        var link = rotated.link(recipient, rotated.tokenHash(recipient));

        assertThat(link).isEqualTo(tokens(NEW, null).link(recipient, rotated.tokenHash(recipient)));
        assertThat(tokens(OLD, null).link(recipient, rotated.tokenHash(recipient)))
                .isEmpty();
    }

    @Test
    void noLetterCarriesALinkThatLeadsNowhere() {
        byte[] kept = tokens(OLD, null).tokenHash(recipient);

        assertThat(tokens(NEW, OTHER).link(recipient, kept)).isEmpty();
    }

    @Test
    void aShortSecretStopsTheStart() {
        assertThatThrownBy(() -> tokens("short", null)).hasMessageContaining("TONGBAO_ACKNOWLEDGEMENT_SECRET");
        assertThatThrownBy(() -> tokens(NEW, "short")).hasMessageContaining("TONGBAO_ACKNOWLEDGEMENT_PREVIOUS_SECRET");
    }

    private static AcknowledgementTokens tokens(String secret, @Nullable String previous) {
        return new AcknowledgementTokens(new AcknowledgementSettings() {
            @Override
            public String publicUrl() {
                return "https://tongbao.example";
            }

            @Override
            public Optional<String> secret() {
                return Optional.of(secret);
            }

            @Override
            public Optional<String> previousSecret() {
                return Optional.ofNullable(previous);
            }
        });
    }
}
