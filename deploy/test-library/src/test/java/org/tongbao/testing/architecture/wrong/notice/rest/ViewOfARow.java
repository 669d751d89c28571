package org.tongbao.testing.architecture.wrong.notice.rest;

import org.tongbao.testing.architecture.wrong.notice.db.NoticeRow;

record ViewOfARow(NoticeRow row) {}
