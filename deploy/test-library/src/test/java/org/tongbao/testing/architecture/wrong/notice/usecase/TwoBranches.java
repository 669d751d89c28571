package org.tongbao.testing.architecture.wrong.notice.usecase;

import io.smallrye.mutiny.Uni;

class TwoBranches {
    Uni<Integer> both(Uni<Integer> one, Uni<Integer> other) {
        return Uni.combine().all().unis(one, other).with(Integer::sum);
    }
}
