package org.tongbao.contacts.domain;

import java.util.List;
import org.tongbao.contracts.procedure.Keyed;

/** A "no", with its reason and everything that is wrong. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<ValidationError> errors;

    public Refused(Reason reason) {
        this(reason, List.of());
    }

    public Refused(Reason reason, List<ValidationError> errors) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    /** Throws when there are errors; somebody else's agency weighs more than a wrong field. */
    public static void whenAny(List<ValidationError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        boolean outside = errors.stream().anyMatch(it -> it.reason() == ValidationError.Reason.OUTSIDE_SCOPE);
        throw new Refused(outside ? Reason.OUTSIDE_SCOPE : Reason.FAULTY, errors);
    }

    public Reason reason() {
        return reason;
    }

    public List<ValidationError> errors() {
        return errors;
    }

    public enum Reason implements Keyed {
        /** Not there, or nothing the caller may know of. */
        UNKNOWN,
        /** The errors say what is wrong with the body. */
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
        /** The partner has answered otherwise already. */
        DECIDED,
        /** What was offered is not so any more; the errors say what. */
        OUTDATED,
        /** The change is not pending any more. */
        NOT_PENDING
    }
}
