package org.tongbao.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsSortInTheOrderTheyWereMadeAlsoWithinAMillisecond() {
        var ids = Stream.generate(Ids::next).limit(10_000).map(Object::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
