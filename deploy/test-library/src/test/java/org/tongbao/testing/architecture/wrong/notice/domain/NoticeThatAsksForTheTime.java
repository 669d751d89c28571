package org.tongbao.testing.architecture.wrong.notice.domain;

import java.time.Instant;

class NoticeThatAsksForTheTime {
    Instant sentAt() {
        return Instant.now();
    }
}
