package org.tongbao.escalation.usecase;

/** Why something is not done. */
public enum Refusal {
    /** None, or none that the caller may see. */
    NOT_FOUND,
    /** The caller sees it, but his agency is not notified by it. */
    NOT_TOLD,
    /** The code is not one of this notice. */
    WRONG_CODE,
    TOO_MANY_TRIES,
    /** At level 3 and 4 an answered call counts with the code that the person reads out. */
    CODE_NEEDED,
    /** The notice is over: superseded, or an information that nobody has to acknowledge. */
    NO_LONGER_NEEDED,
    /** The call has another result already. */
    ALREADY_RECORDED,
    /** Only a lateral notice is replied to. */
    NOT_LATERAL,
    /** The notice asks for no decision. */
    NO_QUESTION,
    /** Another decision was taken. */
    ALREADY_DECIDED,
    /** This process has not read the directory yet. */
    NOT_READY
}
