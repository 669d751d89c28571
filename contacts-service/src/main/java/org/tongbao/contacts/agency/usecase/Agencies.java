package org.tongbao.contacts.agency.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.platform.access.Caller;

/** The agencies as they are kept. Every method works in the transaction under way. */
public interface Agencies {
    /** Takes the right to change agencies until the transaction ends. */
    Uni<Void> lock();

    /** Whether another agency names this one as the one that supervises it. */
    Uni<Boolean> supervises(AgencyCode agency);

    /** Takes the right to change agencies until the transaction ends, and reads what a change must know. */
    Uni<Registry> findForUpdate(Set<AgencyCode> toChange);

    /** The version of the tree after this change: a new one when it moved somebody. */
    Uni<Long> treeVersion(boolean changed);

    /** Stores changes without relations. None of them stands below another one that is new or moved. */
    Uni<List<AgencyInTree>> save(List<AgencyChange> changes, long treeVersion);

    /** Stores relations. The agencies must be announced first: only then is a new one within its creator's scope. */
    Uni<Void> relate(List<Agency> agencies);

    Uni<Optional<Versioned<AgencyInTree>>> find(AgencyCode code);

    /** How far the one reaches to the other. */
    Uni<AgencyAccess> access(AgencyCode from, AgencyCode to);

    /** The same of several; an agency that is not there is not in it. */
    Uni<Map<AgencyCode, AgencyAccess>> accesses(AgencyCode from, List<AgencyCode> to);

    /** By code, one more than the limit when there are more. */
    Uni<List<ListedAgency>> list(AgencySearch search);

    /** The agency a caller acts for. A token with something else in its place opens nothing. */
    static AgencyCode of(Caller caller) {
        return AgencyCode.parse(caller.agency()).orElseThrow(() -> new Refused(Refused.Reason.OUTSIDE_SCOPE));
    }

    /** The facts alone, for what needs no place. */
    default Uni<Optional<Agency>> facts(AgencyCode code) {
        return find(code).map(it -> it.map(found -> found.value().agency()));
    }
}
