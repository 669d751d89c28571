package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** A word of a closed vocabulary that people read by its name: in mails, pages, timelines and call sheets. */
public interface Named extends Keyed {
    /** The only place where it is written; in English as within a sentence. */
    Text text();
}
