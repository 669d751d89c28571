package org.tongbao.platform.outage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongbao.embedded.EmbeddedKafka;
import org.tongbao.embedded.KafkaListener;
import org.tongbao.embedded.Ports;
import org.tongbao.testing.network.UnreliableLink;

/** The session's database, and a broker of its own, each behind a link. The broker is away until a test lets it in. */
public class UnreliableServers implements QuarkusTestResourceLifecycleManager {
    private static final String KAFKA = "TONGBAO_KAFKA";

    private UnreliableLink toDatabase;
    private UnreliableLink toBroker;
    private EmbeddedKafka broker;
    private String brokerOfTheSession;

    @Override
    public Map<String, String> start() {
        URI database = URI.create(Objects.requireNonNull(System.getProperty("TONGBAO_DB_URL")));
        toDatabase = UnreliableLink.open(Ports.free(), database.getPort());
        int behind = Ports.free();
        toBroker = UnreliableLink.open(Ports.free(), behind);
        broker = startBroker(behind);
        toBroker.refuse();
        brokerOfTheSession = System.setProperty(KAFKA, broker.bootstrap());
        return Map.of(
                "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + toDatabase.port() + database.getPath(),
                "kafka.bootstrap.servers", "127.0.0.1:" + toBroker.port(),
                "tongbao.database.answer-limit", "1s",
                "tongbao.database.connection-limit", "1s",
                "mp.messaging.connector.smallrye-kafka.auto.commit.interval.ms", "200");
    }

    private EmbeddedKafka startBroker(int behind) {
        try {
            var started = new EmbeddedKafka(
                    Files.createTempDirectory("tongbao-outage-"),
                    Ports.free(),
                    List.of(new KafkaListener("LINK", "PLAINTEXT", behind, toBroker.port(), Map.of())));
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                toDatabase, new TestInjector.AnnotatedAndMatchesType(ToDatabase.class, UnreliableLink.class));
        injector.injectIntoFields(
                toBroker, new TestInjector.AnnotatedAndMatchesType(ToBroker.class, UnreliableLink.class));
    }

    @Override
    public void stop() {
        System.setProperty(KAFKA, brokerOfTheSession);
        broker.stop();
        toBroker.close();
        toDatabase.close();
    }
}
