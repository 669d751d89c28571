package org.tongbao.contracts.event;

/** Kafka header names of CloudEvents 1.0 in binary mode; values are UTF-8 text. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    /** The publishing service: {@code /tongbao/intake}. */
    public static final String SOURCE = "ce_source";
    /** The incident id, or the agency code on directory topics. */
    public static final String SUBJECT = "ce_subject";
    /** RFC 3339 instant at which the event was written. */
    public static final String TIME = "ce_time";
    /** Counts from 1 per source and subject, without gaps. */
    public static final String SEQUENCE = "ce_sequence";
    /** {@code true} in a drill. */
    public static final String EXERCISE = "ce_exercise";

    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
