package org.tongbao.contracts.event;

import java.time.Instant;

/**
 * The entry of a contact must be confirmed again, as it must every quarter.
 *
 * @param dueAt from then on it is overdue, and the agency counts as less ready
 */
public record AttestationDue(String agency, Addressee to, Instant dueAt) implements DirectoryMessage {}
