package org.tongbao.testing.architecture.wrong.notice.web;

public class NoticePage {}
