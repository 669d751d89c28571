package org.tongbao.contacts.agency.usecase;

import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;

/**
 * An agency and where it stands.
 *
 * @param path from the root to the agency, both included
 * @param version of the entry, grows with each change of the facts or the path
 * @param treeVersion the same for all entries of one change of the tree
 */
public record AgencyInTree(Agency agency, List<AgencyCode> path, long version, long treeVersion, Instant updatedAt) {}
