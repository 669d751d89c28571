package org.tongbao.testing.architecture.wrong.notice.domain;

import org.tongbao.testing.architecture.wrong.notice.usecase.SendNotice;

record NoticeThatKnowsItsUseCase(SendNotice sender) {}
