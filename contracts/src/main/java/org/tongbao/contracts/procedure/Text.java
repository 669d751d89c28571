package org.tongbao.contracts.procedure;

/** Words for people, in the two languages we speak. */
public record Text(String zh, String en) {}
