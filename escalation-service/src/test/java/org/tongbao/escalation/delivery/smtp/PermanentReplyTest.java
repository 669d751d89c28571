package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As Postfix, Exim, Exchange and Sendmail say it. */
class PermanentReplyTest {
    @ParameterizedTest
    @CsvSource({
        "550, 550 5.1.1 <a@b.tw>: Recipient address rejected: User unknown in virtual mailbox table",
        "550, 550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        "550, 550 no such user",
        "551, 551 user not local",
        "552, 552 5.2.2 mailbox full",
        "553, 553 mailbox name not allowed",
        "554, 554 5.2.1 mailbox disabled",
        "556, 556 domain does not accept mail",
        "550, 550 5.0.0 unknown user",
    })
    void aboutTheRecipient(int code, String text) {
        assertThat(new PermanentReply(code, text).concernsRecipient()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "554, 554 5.7.1 <a@b.tw>: Relay access denied",
        "550, 550 5.7.1 Unable to relay",
        "550, 550 5.7.60 Client does not have permissions to send as this sender",
        "550, 550 relay not permitted",
        "554, 554 transaction failed",
        "553, 553 5.1.8 sender address rejected: domain not found",
        "530, 530 5.7.0 Authentication required",
        "530, 530 authentication required",
        "552, 552 5.3.4 message size exceeds fixed limit",
        "554, 554 5.6.0 content rejected",
        "503, 503 5.5.1 bad sequence of commands",
        "521, 521 this host takes no mail",
    })
    void aboutTheRelay(int code, String text) {
        assertThat(new PermanentReply(code, text).concernsRecipient()).isFalse();
    }
}
