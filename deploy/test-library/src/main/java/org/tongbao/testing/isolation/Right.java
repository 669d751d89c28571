package org.tongbao.testing.isolation;

/** What a caller can do with a row. */
public enum Right {
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
