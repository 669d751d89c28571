package org.tongbao.platform.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The columns of an answer by name. */
final class Columns {
    private static final int AMBIGUOUS = -1;

    private final Map<String, Integer> places;
    private final int count;

    private Columns(Map<String, Integer> places, int count) {
        this.places = places;
        this.count = count;
    }

    static Columns of(ResultSetMetaData description) throws SQLException {
        int count = description.getColumnCount();
        Map<String, Integer> places = new HashMap<>(2 * count);
        for (int place = 0; place < count; place++) {
            places.merge(description.getColumnLabel(place + 1), place, (one, other) -> AMBIGUOUS);
        }
        return new Columns(places, count);
    }

    int count() {
        return count;
    }

    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column + " in " + places.keySet());
        }
        if (place == AMBIGUOUS) {
            throw new IllegalArgumentException("two columns are called " + column);
        }
        return place;
    }
}
