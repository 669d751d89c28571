package org.tongbao.testing.architecture.wrong.call.rest;

import org.tongbao.testing.architecture.wrong.notice.rest.NoticeView;

record ViewOfAnotherFeature(NoticeView view) {}
