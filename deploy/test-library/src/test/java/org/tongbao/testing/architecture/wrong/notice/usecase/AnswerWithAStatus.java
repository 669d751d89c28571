package org.tongbao.testing.architecture.wrong.notice.usecase;

import jakarta.ws.rs.core.Response;

record AnswerWithAStatus(Response answer) {}
