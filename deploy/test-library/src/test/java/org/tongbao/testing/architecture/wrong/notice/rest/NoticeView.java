package org.tongbao.testing.architecture.wrong.notice.rest;

public record NoticeView(int number) {}
