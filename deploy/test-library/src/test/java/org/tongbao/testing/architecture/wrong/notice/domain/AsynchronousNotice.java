package org.tongbao.testing.architecture.wrong.notice.domain;

import io.smallrye.mutiny.Uni;

record AsynchronousNotice(Uni<Integer> number) {}
