package org.tongbao.escalation.delivery.smtp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tongbao.escalation.delivery.smtp.ScriptedSmtp.Moment;
import org.tongbao.escalation.delivery.smtp.ScriptedSmtp.Reaction;

/** A first relay that misbehaves once it hears whom a mail is for; the second one is as usual. */
public abstract class FirstRelay implements QuarkusTestResourceLifecycleManager {
    private final ScriptedSmtp relay = new ScriptedSmtp();

    /**
     * @param command such as {@code RCPT TO:<a@b.example.test>}
     */
    abstract Reaction to(String command);

    @Override
    public Map<String, String> start() {
        relay.at(Moment.RCPT, connection -> {
            var commands = relay.commands();
            return to(commands.get(commands.size() - 1)).react(connection);
        });
        return Map.of("quarkus.mailer.port", Integer.toString(relay.port()));
    }

    @Override
    public void stop() {
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Knows no mailbox that begins with {@code gone}, and is busy for all others. */
    public static final class Refusing extends FirstRelay {
        @Override
        Reaction to(String command) {
            return ScriptedSmtp.say(command.contains("<gone") ? "550 5.1.1 no such mailbox" : "421 busy");
        }
    }

    /** Says nothing more once somebody of {@code dir.example.test} is to be written to. */
    public static final class Hanging extends FirstRelay {
        @Override
        Reaction to(String command) {
            return command.contains("@dir.example.test") ? ScriptedSmtp.hang() : ScriptedSmtp.say("421 busy");
        }
    }
}
