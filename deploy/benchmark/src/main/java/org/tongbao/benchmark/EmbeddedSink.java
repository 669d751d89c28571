package org.tongbao.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.Part;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/** The stack's own relay. It reads and keeps each mail, in the process of the load: a lower bound. */
final class EmbeddedSink implements MailSink {
    private @Nullable LocalStack stack;

    @Override
    public String name() {
        return "the embedded server (no smtp-sink found: Debian's postfix has it)";
    }

    @Override
    public LocalOptions receivingFrom(LocalOptions options) {
        return options;
    }

    @Override
    public void attach(LocalStack started) {
        stack = started;
    }

    private LocalStack stack() {
        return Objects.requireNonNull(stack, "not attached");
    }

    @Override
    public int port() {
        return stack().infrastructure().part(Part.SMTP).port();
    }

    @Override
    public long accepted() {
        return mails().size();
    }

    @Override
    public Instant acceptedAt(long number) {
        return mails().get((int) number - 1).receivedAt();
    }

    private List<Mail> mails() {
        return stack().mails();
    }

    /** Its server is the stack's. */
    @Override
    public void close() {}
}
