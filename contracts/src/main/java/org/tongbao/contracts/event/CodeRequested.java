package org.tongbao.contracts.event;

import java.time.Instant;

/**
 * A code shall be sent to an address; typed back, it proves that the address reaches the person.
 *
 * @param to with the one channel that is to be proved
 * @param code as it is read and spoken, six characters
 * @param validUntil after this instant it proves nothing, and need not be sent any more
 */
public record CodeRequested(String agency, Addressee to, String code, Instant validUntil) implements DirectoryMessage {}
