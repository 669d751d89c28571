package org.tongbao.testing.architecture.wrong.notice.db;

public class NoticeRow {}
