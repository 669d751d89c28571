package org.tongbao.intake.domain;

/** 受影響機關: an agency that must be told by a lateral notice, and why. */
public record Affected(String agency, String why) {}
