package org.tongbao.contracts.event;

/** Payload of an event whose key is an agency. */
public interface DirectoryPayload {
    /** Code of the agency, the key of the record. */
    String agency();
}
