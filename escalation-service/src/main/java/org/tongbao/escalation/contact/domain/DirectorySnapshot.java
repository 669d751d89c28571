package org.tongbao.escalation.contact.domain;

import java.util.List;
import java.util.Map;

/**
 * What is known of the people and of who stands above whom, at the moment of a decision.
 *
 * @param contacts by agency
 * @param ancestors by agency: from the one above it up to the root
 */
public record DirectorySnapshot(Map<String, AgencyContacts> contacts, Map<String, List<String>> ancestors) {
    public DirectorySnapshot {
        contacts = Map.copyOf(contacts);
        ancestors = Map.copyOf(ancestors);
    }

    public AgencyContacts contactsOf(String agency) {
        return contacts.getOrDefault(agency, AgencyContacts.NOBODY);
    }

    public boolean knows(String agency) {
        return contacts.containsKey(agency);
    }

    /** From the agency above up to the root; at the root, itself. */
    public List<String> authoritiesAbove(String agency) {
        List<String> above = ancestors.getOrDefault(agency, List.of());
        return above.isEmpty() ? List.of(agency) : above;
    }
}
