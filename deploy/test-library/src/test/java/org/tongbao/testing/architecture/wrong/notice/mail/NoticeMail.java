package org.tongbao.testing.architecture.wrong.notice.mail;

public class NoticeMail {}
