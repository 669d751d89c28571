package org.tongbao.contracts.procedure;

/** Where a rule comes from. */
public enum Source implements Keyed {
    /** Read in the document that the procedure cites. */
    TEXT,
    /** The article now in force was not seen: taken from the regulation of 2018/2021. */
    ASSUMED_FROM_2021,
    /** Our design, where no clause says who, how or how soon. */
    OWN_DESIGN
}
