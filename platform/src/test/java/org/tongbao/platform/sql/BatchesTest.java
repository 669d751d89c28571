package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void aBatchThatIsNotFullIsTheLast() {
        Iterator<Integer> found =
                List.of(Batches.SIZE, Batches.SIZE, 3, Batches.SIZE).iterator();
        List<Integer> deleted = new ArrayList<>();

        Batches.untilDone(() -> Uni.createFrom().item(found::next).invoke(deleted::add))
                .await()
                .indefinitely();

        assertThat(deleted).containsExactly(Batches.SIZE, Batches.SIZE, 3);
    }
}
