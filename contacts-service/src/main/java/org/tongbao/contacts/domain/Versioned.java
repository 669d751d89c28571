package org.tongbao.contacts.domain;

/** Something people edit, with the number of the edit that made it what it is. */
public record Versioned<T>(T value, long revision) {}
