package org.tongbao.escalation.delivery.smtp;

import java.time.Duration;

/** Settings of a test. */
record ShortLimits(
        Duration timeLimit,
        Duration contentLimit,
        Duration connectLimit,
        Duration idleLimit,
        int failuresBeforeAvoiding,
        Duration avoidFor,
        boolean unencryptedRelaysAllowed)
        implements MailSettings {

    /** Generous ones: a test that meets them would fail. */
    static ShortLimits none() {
        var long_ = Duration.ofSeconds(30);
        return new ShortLimits(long_, long_, long_, long_, 1000, long_, true);
    }

    ShortLimits time(Duration limit) {
        return new ShortLimits(
                limit,
                contentLimit,
                connectLimit,
                idleLimit,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits content(Duration limit) {
        return new ShortLimits(
                timeLimit, limit, connectLimit, idleLimit, failuresBeforeAvoiding, avoidFor, unencryptedRelaysAllowed);
    }

    ShortLimits idle(Duration limit) {
        return new ShortLimits(
                timeLimit,
                contentLimit,
                connectLimit,
                limit,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits avoidingAfter(int failures) {
        return new ShortLimits(
                timeLimit, contentLimit, connectLimit, idleLimit, failures, avoidFor, unencryptedRelaysAllowed);
    }
}
