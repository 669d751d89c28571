package org.tongbao.testing.architecture.wrong.notice.timer;

import org.tongbao.testing.architecture.wrong.notice.domain.Notice;

record TimerThatDecides(Notice notice) {}
