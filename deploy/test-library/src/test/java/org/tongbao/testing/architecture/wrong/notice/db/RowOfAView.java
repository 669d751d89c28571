package org.tongbao.testing.architecture.wrong.notice.db;

import org.tongbao.testing.architecture.wrong.notice.rest.NoticeView;

record RowOfAView(NoticeView view) {}
