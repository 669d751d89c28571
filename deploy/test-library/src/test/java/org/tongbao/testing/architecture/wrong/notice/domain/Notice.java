package org.tongbao.testing.architecture.wrong.notice.domain;

public record Notice(int number) {}
