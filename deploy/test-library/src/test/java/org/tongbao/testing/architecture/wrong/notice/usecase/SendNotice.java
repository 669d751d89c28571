package org.tongbao.testing.architecture.wrong.notice.usecase;

public class SendNotice {}
