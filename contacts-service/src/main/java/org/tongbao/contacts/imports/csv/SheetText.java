package org.tongbao.contacts.imports.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file in UTF-8, or else in Big5 as Windows writes it (MS950). Nothing is guessed: what is neither is refused,
 * because a name with a wrong character in it would be stored for good.
 */
public final class SheetText {
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final String MARK = "\uFEFF";

    private SheetText() {}

    /** Neither UTF-8 nor Big5. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int position;

        Unreadable(int line, int position) {
            super("line " + line + ", byte " + position);
            this.line = line;
            this.position = position;
        }

        /** The first byte that is not UTF-8, counted from 1. */
        public int position() {
            return position;
        }

        public int line() {
            return line;
        }
    }

    public static String of(byte[] file) throws Unreadable {
        CharBuffer text = CharBuffer.allocate(file.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        if (result.isError()) {
            return big5(file, bytes.position());
        }
        String decoded = text.flip().toString();
        return decoded.startsWith(MARK) ? decoded.substring(1) : decoded;
    }

    private static String big5(byte[] file, int noUtf8) throws Unreadable {
        try {
            return BIG5.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(lineOf(file, noUtf8), noUtf8 + 1);
        }
    }

    private static int lineOf(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (file[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
