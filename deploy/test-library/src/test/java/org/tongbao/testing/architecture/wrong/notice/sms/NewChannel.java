package org.tongbao.testing.architecture.wrong.notice.sms;

class NewChannel {}
