package org.tongbao.contracts.event;

/**
 * Who entered what another person said on the phone.
 *
 * @param agency whose duty desk it was
 */
public record EnteredBy(String name, String agency) {}
