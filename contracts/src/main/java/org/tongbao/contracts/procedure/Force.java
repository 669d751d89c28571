package org.tongbao.contracts.procedure;

/** How strongly the clause speaks. */
public enum Force implements Keyed {
    /** 應. */
    MUST,
    /** 宜, 建議, 得, 視需要. */
    SHOULD
}
