package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.buffer.Buffer;

/**
 * NOOPs on a connection at rest, and their answers, which are cut out of what comes back. A relay answers in order, so the
 * answer comes before that to the client's next command.
 */
final class WarmingQuestions {
    private static final String QUESTION = "NOOP\r\n";
    private static final int CODE_LENGTH = 3;

    private int unanswered;
    private Buffer held = Buffer.buffer();

    /** One at a time: a relay that does not answer it is no longer there. */
    synchronized boolean mayAsk() {
        return unanswered == 0;
    }

    synchronized String next() {
        unanswered++;
        return QUESTION;
    }

    /** What is left for the client; nothing until an answer is complete. */
    synchronized Buffer withoutAnswers(Buffer arrived) {
        if (unanswered == 0) {
            return arrived;
        }
        held.appendBuffer(arrived);
        int end = endOfReply(held);
        if (end < 0) {
            return Buffer.buffer();
        }
        unanswered--;
        var rest = held.getBuffer(end, held.length());
        held = Buffer.buffer();
        return rest;
    }

    /** Behind the last line of a reply, which alone has no hyphen after its code; -1 when it is not there yet. */
    private static int endOfReply(Buffer text) {
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.getByte(i) == '\n') {
                boolean goesOn = i > line + CODE_LENGTH && text.getByte(line + CODE_LENGTH) == '-';
                if (!goesOn) {
                    return i + 1;
                }
                line = i + 1;
            }
        }
        return -1;
    }
}
