package org.tongbao.platform.sql;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * The connection of a session. Hibernate Reactive hands it out by an internal class only; nothing else in the suite knows
 * that class.
 */
public final class SessionConnection {
    private SessionConnection() {}

    public static ReactiveConnection of(Mutiny.Session session) {
        if (session instanceof MutinySessionImpl internal) {
            return internal.getReactiveConnection();
        }
        throw new IllegalStateException("Hibernate Reactive hands out another session: "
                + session.getClass().getName());
    }
}
