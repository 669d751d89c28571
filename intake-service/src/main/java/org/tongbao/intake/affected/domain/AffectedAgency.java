package org.tongbao.intake.affected.domain;

/** 受影響機關: an agency to be notified by a lateral notice, and why. */
public record AffectedAgency(String agency, String why) {}
