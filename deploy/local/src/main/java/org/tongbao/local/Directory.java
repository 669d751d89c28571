package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tongbao.contracts.event.Topics;
import org.tongbao.embedded.EmbeddedKafka;

/**
 * Loads the demo's agencies and people through the API of contacts-service: once, and again only when the files have
 * changed, so that what somebody changed by hand survives a restart.
 */
final class Directory {
    static final String STAMP = "directory-loaded";

    private static final int TRIES = 10;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Set<String> FACTS = Set.of(Topics.AGENCIES, Topics.CONTACTS);

    private final LocalStack stack;

    Directory(LocalStack stack) {
        this.stack = stack;
    }

    /** Returns how many documents were taken in, when every service knows what is in them. */
    int load(Path folder, Path data) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try {
            var documents = documents(folder);
            var hash = hash(documents);
            var stamp = data.resolve(STAMP);
            if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
                return 0;
            }
            for (var document : documents) {
                take(document);
            }
            awaitSent();
            awaitRead();
            Files.writeString(stamp, hash);
            return documents.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authorities stand in the first, because an agency needs its parent. */
    private static List<Path> documents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String hash(List<Path> documents) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var document : documents) {
                digest.update(Files.readAllBytes(document));
            }
            return new BigInteger(1, digest.digest()).toString(16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Path document) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(stack.service("contacts") + "api/v1/agencies/import"))
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN))
                .header("Content-Type", "application/json")
                .timeout(START_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofFile(document))
                .build();
        try {
            var answer = send(request);
            // 503 means "try again soon": an import is whole or not at all, and repeating it changes nothing.
            for (int again = 0; answer.statusCode() == 503 && again < TRIES; again++) {
                TimeUnit.SECONDS.sleep(1);
                answer = send(request);
            }
            if (answer.statusCode() / 100 != 2) {
                throw new LocalStackException("contacts-service refused %s (%d): %s"
                        .formatted(document, answer.statusCode(), brief(answer.body())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("stopped while starting", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String brief(String body) {
        var line = body.replaceAll("\\s+", " ");
        return line.length() > 400 ? line.substring(0, 400) + "…" : line;
    }

    /** Otherwise the ends of the topics are not the end yet. */
    private void awaitSent() {
        await("contacts-service did not announce the directory", () -> {
            try (var connection = stack.infrastructure().postgres().superuser("contacts");
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from outbox where sent_at is null")) {
                return rows.next() && rows.getLong(1) == 0;
            }
        });
    }

    /** A report in the first second must find its agency everywhere. */
    private void awaitRead() {
        try (var admin = stack.infrastructure().kafka().admin()) {
            var ends = ends(admin);
            for (var consumer : Topics.CONSUMERS) {
                if (FACTS.contains(consumer.topic()) && stack.services().contains(consumer.service())) {
                    await(
                            consumer.service() + "-service did not read " + consumer.topic(),
                            () -> hasRead(admin, consumer, ends));
                }
            }
        } catch (ExecutionException e) {
            throw new LocalStackException("Kafka did not answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("stopped while starting", e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : FACTS) {
            for (int partition = 0; partition < EmbeddedKafka.PARTITIONS; partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked).all().get().forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    private static boolean hasRead(Admin admin, Topics.Consumer consumer, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets(consumer.service())
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(consumer.topic()) && end.getValue() > 0)
                .allMatch(end -> {
                    var committed = read.get(end.getKey());
                    return committed != null && committed.offset() >= end.getValue();
                });
    }

    private interface Look {
        boolean done() throws SQLException, ExecutionException, InterruptedException;
    }

    private static void await(String otherwise, Look look) {
        long limit = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            while (!look.done()) {
                if (System.nanoTime() > limit) {
                    throw new LocalStackException(
                            otherwise + " within " + START_TIMEOUT.toSeconds() + " s; look into the logs");
                }
                LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            }
        } catch (SQLException | ExecutionException e) {
            throw new LocalStackException(otherwise + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("stopped while starting", e);
        }
    }
}
