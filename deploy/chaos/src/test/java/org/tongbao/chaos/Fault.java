package org.tongbao.chaos;

import java.util.function.Consumer;
import org.tongbao.embedded.EmbeddedPart;
import org.tongbao.embedded.Part;
import org.tongbao.local.LocalStack;

/** What goes wrong, and how it ends. */
enum Fault {
    /** Connections are ended in order, new ones are refused. */
    DATABASE_STOPPED(stops(Part.POSTGRES), starts(Part.POSTGRES)),
    /** {@code kill -9} to the server and all its children; the next start recovers from the log. */
    DATABASE_KILLED(kills(Part.POSTGRES), starts(Part.POSTGRES)),
    /** The sockets stay open and nobody answers. */
    DATABASE_HANGS(
            stack -> stack.infrastructure().postgres().freeze(),
            stack -> stack.infrastructure().postgres().thaw()),
    BROKER_STOPPED(stops(Part.KAFKA), starts(Part.KAFKA)),
    DATABASE_AND_BROKER_STOPPED(
            stops(Part.POSTGRES).andThen(stops(Part.KAFKA)), starts(Part.KAFKA).andThen(starts(Part.POSTGRES))),
    FIRST_RELAY_STOPPED(stops(Part.SMTP), starts(Part.SMTP)),
    BOTH_RELAYS_STOPPED(
            stops(Part.SMTP).andThen(stops(Part.SMTP2)), starts(Part.SMTP).andThen(starts(Part.SMTP2))),
    IDENTITY_PROVIDER_STOPPED(stops(Part.OIDC), starts(Part.OIDC)),
    INTAKE_FROZEN(freezes("intake"), thaws("intake")),
    REVIEW_FROZEN(freezes("review"), thaws("review")),
    ESCALATION_FROZEN(freezes("escalation"), thaws("escalation")),
    CONTACTS_FROZEN(freezes("contacts"), thaws("contacts")),
    INTAKE_KILLED(dies("intake"), comesBack("intake")),
    REVIEW_KILLED(dies("review"), comesBack("review")),
    ESCALATION_KILLED(dies("escalation"), comesBack("escalation"));

    private final Consumer<LocalStack> begin;
    private final Consumer<LocalStack> end;

    Fault(Consumer<LocalStack> begin, Consumer<LocalStack> end) {
        this.begin = begin;
        this.end = end;
    }

    void begin(LocalStack stack) {
        begin.accept(stack);
    }

    void end(LocalStack stack) {
        end.accept(stack);
    }

    private static Consumer<LocalStack> stops(Part part) {
        return stack -> stack.infrastructure().part(part).stop();
    }

    private static Consumer<LocalStack> kills(Part part) {
        return stack -> stack.infrastructure().part(part).kill();
    }

    private static Consumer<LocalStack> starts(Part part) {
        return stack -> {
            EmbeddedPart server = stack.infrastructure().part(part);
            server.start();
        };
    }

    private static Consumer<LocalStack> freezes(String service) {
        return stack -> stack.freeze(service);
    }

    private static Consumer<LocalStack> thaws(String service) {
        return stack -> stack.thaw(service);
    }

    private static Consumer<LocalStack> dies(String service) {
        return stack -> stack.kill(service);
    }

    private static Consumer<LocalStack> comesBack(String service) {
        return stack -> stack.start(service);
    }
}
