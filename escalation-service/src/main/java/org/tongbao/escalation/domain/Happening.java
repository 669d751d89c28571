package org.tongbao.escalation.domain;

import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;

/** What a notice reacts to. */
public sealed interface Happening {
    /** Its due time may have come. */
    record TimePassed() implements Happening {}

    /** A person took it. */
    record Acknowledged(UUID contact, Method method) implements Happening {}

    /** The agency acknowledged in a portal, by somebody who may not be among those told. */
    record TakenByAgency(String name, String role, String agency) implements Happening {}

    /** The relay took the message over, or the person answered the phone. */
    record Reached(UUID contact, Rung rung, Channel channel) implements Happening {}

    /** It will not reach him by this channel. */
    record Unreached(UUID contact, Rung rung, Channel channel, Because because) implements Happening {}

    /** No relay has taken it over for minutes. */
    record Slow(UUID contact, Rung rung) implements Happening {}

    /** He answered the phone, and gave his code or did not. */
    record PhoneAnswered(UUID contact, Rung rung, Method method) implements Happening {}

    /** The affected agency said whether it is affected. */
    record Replied(String name, String role, String reply) implements Happening {}

    /** The duty desk decided what the notice asks. */
    record Decided(String name, String role, String agency, boolean confirmed) implements Happening {}

    record LevelChanged(Level level) implements Happening {}

    /** What it is about is settled. */
    record Settled() implements Happening {}

    /** What was acknowledged is being worked on. */
    record WorkedOn() implements Happening {}
}
