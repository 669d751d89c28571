package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;

/** Fails first when an upgrade of Hibernate Reactive moves the connection of a session: only {@link SessionConnection} knows where it is. */
class SessionConnectionTest {
    private static final String INTERNAL = "org.hibernate.reactive.mutiny.impl.MutinySessionImpl";
    private static final String MOVED =
            "Hibernate Reactive moved the connection of a session: put %s right, nothing else"
                    .formatted(SessionConnection.class.getSimpleName());

    @Test
    void hibernateStillHandsOutTheConnection() {
        assertThat(Mutiny.Session.class).as(MOVED).isAssignableFrom(internal());
        assertThat(Arrays.stream(internal().getMethods())
                        .filter(it -> it.getName().equals("getReactiveConnection"))
                        .map(it -> (Object) it.getReturnType()))
                .as(MOVED)
                .containsExactly(ReactiveConnection.class);
    }

    @Test
    void theConnectionStillNamesItsColumns() throws NoSuchMethodException {
        var select = ReactiveConnection.class.getMethod("selectJdbc", String.class, Object[].class);

        assertThat(select.getGenericReturnType().getTypeName())
                .as(MOVED)
                .isEqualTo("%s<%s>".formatted(CompletionStage.class.getName(), ResultSet.class.getName()));
    }

    private static Class<?> internal() {
        try {
            return Class.forName(INTERNAL);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(MOVED, e);
        }
    }
}
