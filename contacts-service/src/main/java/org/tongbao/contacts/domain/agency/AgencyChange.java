package org.tongbao.contacts.domain.agency;

import java.util.List;

/** What happened to one agency. Each of them makes a new entry for everybody who keeps a copy. */
public sealed interface AgencyChange {
    AgencyCode code();

    /** From the root to the agency, both included. */
    List<AgencyCode> path();

    /** It is new. */
    record Created(Agency agency, List<AgencyCode> path) implements AgencyChange {
        @Override
        public AgencyCode code() {
            return agency.code();
        }
    }

    /** What people file about it is another. */
    record Changed(Agency before, Agency agency, List<AgencyCode> path) implements AgencyChange {
        @Override
        public AgencyCode code() {
            return agency.code();
        }
    }

    /** Nobody touched it, but an agency above it stands elsewhere now. */
    record Moved(AgencyCode code, List<AgencyCode> path) implements AgencyChange {}
}
