package org.tongbao.contacts.domain.people;

/** An address of a person, as {@link Addresses} lets it pass. */
public record Channel(ChannelType type, String value) {}
