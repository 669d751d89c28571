package org.tongbao.contracts.event;

import java.util.List;

/** Names of all topics, and nothing else knows them. A test compares them with what {@code deploy/} creates. */
public final class Topics {
    /** Compacted, key = agency code: facts, procedure, relations and place in the tree. */
    public static final String AGENCIES = "tongbao.agencies";

    /** Compacted, key = agency code: people, channels, deputies and duty. Read by escalation-service only. */
    public static final String CONTACTS = "tongbao.contacts";

    /** Key = agency code: what happened in the directory and somebody must be told. */
    public static final String DIRECTORY = "tongbao.directory";

    /** Key = incident id. */
    public static final String INCIDENTS = "tongbao.incidents";

    /** Key = incident id. */
    public static final String REVIEWS = "tongbao.reviews";

    /** Key = incident id. */
    public static final String NOTICES = "tongbao.notices";

    private static final String DEAD_LETTER_PREFIX = "tongbao.dead-letter.";

    private Topics() {}

    /** One topic a service and channel: {@code tongbao.dead-letter.review.incidents}. */
    public static String deadLetter(String service, String channel) {
        return DEAD_LETTER_PREFIX + service + "." + channel;
    }

    /** Which service reads which topic. */
    public static final List<Consumer> CONSUMERS = List.of(
            new Consumer("intake", "agencies", AGENCIES),
            new Consumer("intake", "reviews", REVIEWS),
            new Consumer("intake", "notices", NOTICES),
            new Consumer("review", "agencies", AGENCIES),
            new Consumer("review", "incidents", INCIDENTS),
            new Consumer("escalation", "agencies", AGENCIES),
            new Consumer("escalation", "contacts", CONTACTS),
            new Consumer("escalation", "directory", DIRECTORY),
            new Consumer("escalation", "incidents", INCIDENTS),
            new Consumer("escalation", "reviews", REVIEWS));

    /** Every topic that must exist before a service starts, dead letters included. */
    public static List<Topic> all() {
        var facts = List.of(
                new Topic(AGENCIES, true),
                new Topic(CONTACTS, true),
                new Topic(DIRECTORY, false),
                new Topic(INCIDENTS, false),
                new Topic(REVIEWS, false),
                new Topic(NOTICES, false));
        var deadLetters = CONSUMERS.stream()
                .map(consumer -> new Topic(consumer.deadLetter(), false))
                .toList();
        return java.util.stream.Stream.concat(facts.stream(), deadLetters.stream())
                .toList();
    }

    /**
     * @param compacted whether only the newest record of a key is kept
     */
    public record Topic(String name, boolean compacted) {}

    /**
     * @param service the reading service, also its consumer group
     * @param channel the name of the channel in its configuration
     */
    public record Consumer(String service, String channel, String topic) {
        public String deadLetter() {
            return Topics.deadLetter(service, channel);
        }
    }
}
