package org.tongbao.escalation.delivery.smtp;

import java.time.Duration;

/** Settings of a test. */
record ShortLimits(
        Duration timeLimit,
        Duration contentLimit,
        Duration connectLimit,
        Duration idleLimit,
        Duration keepWarm,
        int failuresBeforeAvoiding,
        Duration avoidFor,
        boolean unencryptedRelaysAllowed)
        implements MailSettings {

    /** Generous ones: a test that meets them would fail. */
    static ShortLimits none() {
        var long_ = Duration.ofSeconds(30);
        return new ShortLimits(long_, long_, long_, long_, long_, 1000, long_, true);
    }

    ShortLimits time(Duration limit) {
        return new ShortLimits(
                limit,
                contentLimit,
                connectLimit,
                idleLimit,
                keepWarm,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits content(Duration limit) {
        return new ShortLimits(
                timeLimit,
                limit,
                connectLimit,
                idleLimit,
                keepWarm,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits idle(Duration limit) {
        return new ShortLimits(
                timeLimit,
                contentLimit,
                connectLimit,
                limit,
                keepWarm,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits avoidingAfter(int failures) {
        return new ShortLimits(
                timeLimit,
                contentLimit,
                connectLimit,
                idleLimit,
                keepWarm,
                failures,
                avoidFor,
                unencryptedRelaysAllowed);
    }

    ShortLimits warm(Duration silence) {
        return new ShortLimits(
                timeLimit,
                contentLimit,
                connectLimit,
                idleLimit,
                silence,
                failuresBeforeAvoiding,
                avoidFor,
                unencryptedRelaysAllowed);
    }
}
