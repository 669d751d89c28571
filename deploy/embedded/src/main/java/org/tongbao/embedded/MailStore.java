package org.tongbao.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes behind both relays. A mail is here, and in the folder if there is one, before its relay answers 250, and
 * it stays when a relay is stopped.
 */
public final class MailStore {
    private final @Nullable Path folder;
    private final List<Mail> mails = new ArrayList<>();
    private long lastId;

    MailStore(@Nullable Path folder) {
        this.folder = folder;
        if (folder != null) {
            load(folder);
        }
    }

    private void load(Path existing) {
        try {
            Files.createDirectories(existing);
            try (var files = Files.list(existing)) {
                for (var file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    mails.add(MailJson.read(Files.readString(file)));
                }
            }
            lastId = mails.isEmpty() ? 0 : mails.get(mails.size() - 1).id();
        } catch (IOException e) {
            throw new EmbeddedStartException("cannot read the mailboxes in " + existing + ": " + e, e);
        }
    }

    synchronized void add(int relay, String recipient, MimeMessage message) throws MessagingException {
        var mail = read(lastId + 1, relay, recipient, message);
        if (folder != null) {
            write(folder, mail);
        }
        lastId = mail.id();
        mails.add(mail);
        notifyAll();
    }

    private static void write(Path folder, Mail mail) {
        try {
            var complete = folder.resolve("%08d.json".formatted(mail.id()));
            var growing = folder.resolve("%08d.part".formatted(mail.id()));
            Files.writeString(growing, MailJson.write(mail));
            Files.move(growing, complete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(long id, int relay, String recipient, MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        var types = new ArrayList<String>();
        addTypes(message, types);
        var from = message.getFrom();
        return new Mail(
                id,
                relay,
                Instant.now(),
                recipient,
                from == null || from.length == 0 ? "" : from[0].toString(),
                orEmpty(message.getSubject()),
                orEmpty(message.getMessageID()),
                headers,
                part(message, "text/plain"),
                part(message, "text/html"),
                types);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void addTypes(jakarta.mail.Part part, List<String> types) throws MessagingException {
        try {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    addTypes(several.getBodyPart(i), types);
                }
            } else {
                types.add(new ContentType(part.getContentType()).getBaseType());
            }
        } catch (IOException e) {
            throw new MessagingException("unreadable part", e);
        }
    }

    private static @Nullable String part(jakarta.mail.Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    String found = part(inner, type);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new MessagingException("unreadable part", e);
        }
    }

    /** Oldest first. */
    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    public synchronized List<Mail> to(String address) {
        return mails.stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    public synchronized void clear() {
        mails.clear();
        if (folder != null) {
            EmbeddedStack.deleteRecursively(folder);
            load(folder);
        }
    }
}
