package org.tongbao.testing.architecture.wrong.notice.mail;

import org.tongbao.testing.architecture.wrong.notice.web.NoticePage;

record MailOfAPage(NoticePage page) {}
