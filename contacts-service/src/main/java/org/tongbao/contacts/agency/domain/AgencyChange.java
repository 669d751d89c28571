package org.tongbao.contacts.agency.domain;

import java.util.List;
import java.util.Optional;
import org.tongbao.contacts.ledger.domain.Edit;

/** What happened to one agency. Each of them makes a new entry for everybody who keeps a copy. */
public sealed interface AgencyChange {
    AgencyCode code();

    /** From the root to the agency, both included. */
    List<AgencyCode> path();

    /** The change as an edit of what was there before; empty for what is new or only stands elsewhere. */
    default Optional<Edit> edit() {
        return this instanceof Changed it
                ? Optional.of(new Edit(code().value(), it.before, it.agency))
                : Optional.empty();
    }

    /** It is new. */
    public record Created(Agency agency, List<AgencyCode> path) implements AgencyChange {
        @Override
        public AgencyCode code() {
            return agency.code();
        }
    }

    /** What people file about it is another. */
    public record Changed(Agency before, Agency agency, List<AgencyCode> path) implements AgencyChange {
        @Override
        public AgencyCode code() {
            return agency.code();
        }
    }

    /** Nobody touched it, but an agency above it stands elsewhere now. */
    public record Moved(AgencyCode code, List<AgencyCode> path) implements AgencyChange {}
}
