package org.tongbao.testing.architecture.wrong.notice.helper;

class Helper {}
