package org.tongbao.testing.architecture.wrong.notice.kafka;

import org.tongbao.testing.architecture.wrong.notice.mail.NoticeMail;

record ListenerThatSendsAMail(NoticeMail mail) {}
