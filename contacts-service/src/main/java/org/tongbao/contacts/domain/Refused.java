package org.tongbao.contacts.domain;

import java.util.List;

/** A "no", with its reason and everything that is wrong. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Fault> faults;

    public Refused(Reason reason) {
        this(reason, List.of());
    }

    public Refused(Reason reason, List<Fault> faults) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    /** Throws when there are faults; somebody else's agency weighs more than a wrong field. */
    public static void whenAny(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        boolean outside = faults.stream().anyMatch(it -> it.reason() == Fault.Reason.OUTSIDE_SCOPE);
        throw new Refused(outside ? Reason.OUTSIDE_SCOPE : Reason.FAULTY, faults);
    }

    public Reason reason() {
        return reason;
    }

    public List<Fault> faults() {
        return faults;
    }

    public enum Reason {
        /** Not there, or nothing the caller may know of. */
        UNKNOWN,
        /** The faults say what is wrong with the body. */
        FAULTY,
        /** The caller sees it and may not change it. */
        OUTSIDE_SCOPE,
        /** It exists and differs, and the change does not say which version it was made against. */
        UNCONDITIONAL,
        /** Somebody changed it meanwhile, or it exists although it must not. */
        STALE,
        /** Deputies, absences or shifts to come still name the contact. */
        IN_USE,
        /** Nothing can be sent to this kind of address: it is attested instead. */
        NO_CODE_FOR_CHANNEL,
        /** No code is on its way, or its time is over. */
        NO_CODE,
        /** It is not the code that was sent. */
        WRONG_CODE,
        /** So many codes, or wrong tries, that the caller must wait. */
        TOO_MANY_TRIES,
        /** It is for the contact whose address or entry it is, or a directory admin. */
        ANOTHERS_ENTRY,
        /** It is for the contact whose duty it is, and the caller is somebody else. */
        ANOTHERS_DUTY,
        /** The partner has said something else already. */
        DECIDED,
        /** What was offered is not so any more; the faults say what. */
        OUTDATED,
        /** The change is not pending any more. */
        NOT_PENDING
    }
}
