package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** 等級: 1 is the least, 4 the gravest. */
public enum Level {
    ONE,
    TWO,
    THREE,
    FOUR;

    public static boolean exists(int number) {
        return number >= 1 && number <= 4;
    }

    /**
     * @throws IllegalArgumentException unless 1 to 4
     */
    public static Level of(int number) {
        if (!exists(number)) {
            throw new IllegalArgumentException("no level " + number);
        }
        return values()[number - 1];
    }

    public Text text() {
        return new Text("第 " + number() + " 級", "level " + number());
    }

    public int number() {
        return ordinal() + 1;
    }

    /** 重大: level 3 or 4. */
    public boolean severe() {
        return compareTo(THREE) >= 0;
    }
}
