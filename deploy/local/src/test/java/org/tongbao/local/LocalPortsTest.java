package org.tongbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalPortsTest {
    @Test
    void stacksAMultipleOfAThousandApartShareNoPort() {
        Map<Integer, String> owners = new HashMap<>();

        for (int shift = 0; shift <= LocalPorts.largestShift(); shift += 1000) {
            for (var need : stack(shift).needs().entrySet()) {
                var owner = need.getValue() + " of the stack shifted by " + shift;
                assertThat(owners.put(need.getKey(), owner))
                        .as("port %d of %s", need.getKey(), owner)
                        .isNull();
                assertThat(need.getKey()).isBetween(1024, 65_535);
            }
        }

        assertThat(owners).hasSizeGreaterThan(40 * 14);
    }

    private static LocalPorts stack(int shift) {
        return Arguments.parse("--shift", Integer.toString(shift)).ports();
    }

    @Test
    void aShiftBeyondTheLastPortIsRefusedWithTheRange() {
        assertThatThrownBy(() -> Arguments.parse("--shift", "47000"))
                .isInstanceOf(Arguments.WrongArgument.class)
                .hasMessageContaining("0 to " + LocalPorts.largestShift());
    }
}
