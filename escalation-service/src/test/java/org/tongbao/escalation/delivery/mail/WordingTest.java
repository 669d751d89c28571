package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.escalation.contact.domain.RecipientReason;

class WordingTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Wording.CHINESE.keys()).isEqualTo(Wording.ENGLISH.keys());
    }

    @Test
    void everyReasonToBeToldHasWords() {
        for (var because : RecipientReason.values()) {
            assertThat(Wording.CHINESE.say("because." + because, Map.of("role", "資安長")))
                    .isNotBlank();
            assertThat(Wording.ENGLISH.say("because." + because, Map.of("role", "CISO")))
                    .isNotBlank();
        }
    }

    @Test
    void aRoleIsCalledByItsNameWhoeverIsOnDuty() {
        for (var role : Role.values()) {
            assertThat(Wording.CHINESE.role(role.key())).isEqualTo(role.text().chinese());
            assertThat(Wording.ENGLISH.role(role.key() + "@duty"))
                    .isEqualTo(role.text().english());
        }
        assertThat(Wording.CHINESE.role("not-yet-known")).isEqualTo("通知對象");
    }

    @Test
    void everyRuleSaysWhatHappenedAndWhatToDo() {
        for (var rule : rules()) {
            assertThat(Wording.CHINESE.keys()).contains(rule + ".subject", rule + ".what", rule + ".do");
        }
    }

    @Test
    void aSentenceWithoutItsValueIsNotSaid() {
        assertThat(Wording.CHINESE.find("level-decided.what", Map.of())).isEmpty();
        assertThat(Wording.CHINESE.find("level-decided.what", Map.of("after", "2")))
                .isPresent();
    }

    @Test
    void aValueIsNotReadAsAPlaceholder() {
        assertThat(Wording.ENGLISH.say("other.what", Map.of("title", "{level} $1")))
                .isEqualTo("{level} $1.");
    }

    static Iterable<String> rules() {
        return Wording.CHINESE.keys().stream()
                .filter(key -> key.endsWith(".subject"))
                .map(key -> key.substring(0, key.length() - ".subject".length()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
