package org.tongbao.escalation.delivery.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdsTest {
    private static final String FRONT_DOOR = "https://tongbao.gov.example.test:8443/";

    @Test
    void theDomainIsTheOneOfTheFrontDoor() {
        assertThat(MessageIds.domain(Optional.empty(), FRONT_DOOR)).isEqualTo("tongbao.gov.example.test");
        assertThat(MessageIds.domain(Optional.of(" "), "http://127.0.0.1:8080")).isEqualTo("127.0.0.1");
    }

    @Test
    void unlessAnotherOneIsConfigured() {
        assertThat(MessageIds.domain(Optional.of("mail.example.test"), FRONT_DOOR))
                .isEqualTo("mail.example.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.test>\r\nBcc: x", "two words", "例子.test", "a@b", "-"})
    void whatIsNoDomainStopsTheStart(String configured) {
        assertThatThrownBy(() -> MessageIds.domain(Optional.of(configured), FRONT_DOOR))
                .hasMessageContaining("TONGBAO_MESSAGE_ID_DOMAIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1]:8080", "nowhere"})
    void soDoesAFrontDoorWithoutAName(String publicUrl) {
        assertThatThrownBy(() -> MessageIds.domain(Optional.empty(), publicUrl))
                .hasMessageContaining("TONGBAO_MESSAGE_ID_DOMAIN");
    }
}
