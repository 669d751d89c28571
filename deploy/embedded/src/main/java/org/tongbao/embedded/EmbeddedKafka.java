package org.tongbao.embedded;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.Topics;

/** One broker that is its own controller, with every topic of {@link Topics}. */
public final class EmbeddedKafka implements EmbeddedPart {
    /** As many as production starts with, so that order is tested across partitions. */
    public static final int PARTITIONS = 6;

    private static final String NODE = "1";
    private static final String CLUSTER = "dG9uZ2Jhby1sb2NhbC0wMQ";

    private final Path folder;
    private final int port;
    private final List<KafkaListener> listeners;
    private @Nullable KafkaRaftServer server;

    EmbeddedKafka(Path folder, int port) {
        this(folder, port, List.of());
    }

    /**
     * A broker beside the stack's.
     *
     * @param listeners its doors beside the plain one
     */
    public EmbeddedKafka(Path folder, int port, List<KafkaListener> listeners) {
        this.folder = folder;
        this.port = port;
        this.listeners = List.copyOf(listeners);
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        if (Ports.taken(port)) {
            throw new EmbeddedStartException("port " + port + " is taken; Kafka needs it");
        }
        try {
            format();
            var starting = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
            starting.startup();
            server = starting;
            createTopics();
        } catch (Exception e) {
            throw new EmbeddedStartException("Kafka did not start on port " + port + ": " + e, e);
        }
    }

    private void format() throws Exception {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setClusterId(CLUSTER)
                .setNodeId(Integer.parseInt(NODE))
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private Properties settings() {
        int controllerPort = Ports.free();
        var values = new Properties();
        values.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort
                        + each(KafkaListener::address),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port + each(KafkaListener::advertised),
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT" + each(KafkaListener::mapped),
                "log.dirs",
                folder.toString(),
                "auto.create.topics.enable",
                "false"));
        values.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        values.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                // The default of 128 MB is for brokers with thousands of partitions.
                "log.cleaner.dedupe.buffer.size", "2097152",
                // With the defaults a restart waits 12 s for the old broker's session to end.
                "broker.session.timeout.ms", "1000",
                "broker.heartbeat.interval.ms", "200",
                "controlled.shutdown.enable", "true"));
        listeners.forEach(it -> it.settings()
                .forEach((key, value) ->
                        values.put("listener.name." + it.name().toLowerCase(Locale.ROOT) + "." + key, value)));
        return values;
    }

    private String each(Function<KafkaListener, String> part) {
        return listeners.stream().map(it -> "," + part.apply(it)).collect(Collectors.joining());
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            for (var topic : Topics.all()) {
                try {
                    admin.createTopics(List.of(newTopic(topic))).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static NewTopic newTopic(Topics.Topic topic) {
        var created = new NewTopic(topic.name(), PARTITIONS, (short) 1);
        return topic.compacted() ? created.configs(Map.of("cleanup.policy", "compact")) : created;
    }

    /** The caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public synchronized boolean running() {
        return server != null;
    }

    @Override
    public int port() {
        return port;
    }
}
