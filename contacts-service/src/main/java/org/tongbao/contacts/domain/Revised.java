package org.tongbao.contacts.domain;

/** Something people edit, with the number of the edit that made it what it is. */
public record Revised<T>(T value, long revision) {}
