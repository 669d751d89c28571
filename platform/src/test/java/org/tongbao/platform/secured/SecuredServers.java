package org.tongbao.platform.secured;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongbao.embedded.EmbeddedKafka;
import org.tongbao.embedded.EmbeddedStack;
import org.tongbao.embedded.KafkaListener;
import org.tongbao.embedded.Options;
import org.tongbao.embedded.Part;
import org.tongbao.embedded.Ports;

/** A broker whose door for the service is SASL_SSL, and a PostgreSQL that refuses the service's roles without TLS. */
public class SecuredServers implements QuarkusTestResourceLifecycleManager {
    private static final String KAFKA = "TONGBAO_KAFKA";
    private static final String DATABASE = "TONGBAO_DB_URL";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"tongbao\" password=\"secret\"";

    private EmbeddedStack databases;
    private EmbeddedKafka broker;
    private final Map<String, String> ofTheSession = new LinkedHashMap<>();

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("tongbao-secured-");
            Certificate certificate = Certificate.in(folder);
            Map<String, String> settings = new LinkedHashMap<>();
            settings.putAll(startDatabase(certificate));
            settings.putAll(startBroker(folder, certificate));
            return settings;
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> startDatabase(Certificate certificate)
            throws IOException, GeneralSecurityException, SQLException {
        databases = EmbeddedStack.start(Options.forTests("platform").only(Part.POSTGRES));
        Path data = databases.data().resolve("postgres");
        own(data, "server.key", certificate.privateKey());
        own(data, "server.crt", Files.readString(certificate.pem()));
        Files.writeString(data.resolve("pg_hba.conf"), """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                hostssl all all 127.0.0.1/32 scram-sha-256
                hostnossl all all all reject
                """);
        try (var connection = databases.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
        replace(DATABASE, databases.environment("platform").get(DATABASE));
        return Map.of(
                "TONGBAO_DB_SSL_MODE",
                "verify-full",
                "TONGBAO_DB_CA",
                certificate.pem().toString());
    }

    // A system property, as the session's own, which comes before what a test resource answers.
    private void replace(String name, String value) {
        ofTheSession.put(name, System.setProperty(name, value));
    }

    // PostgreSQL may run as another user, and takes a key that only this one can read.
    private static void own(Path data, String name, String content) throws IOException {
        Path file = Files.writeString(data.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setOwner(file, Files.getOwner(data.resolve("PG_VERSION")));
    }

    private Map<String, String> startBroker(Path folder, Certificate certificate) {
        int port = Ports.free();
        broker = new EmbeddedKafka(
                folder.resolve("kafka"),
                Ports.free(),
                List.of(new KafkaListener(
                        "SECURED",
                        "SASL_SSL",
                        port,
                        port,
                        Map.of(
                                "ssl.keystore.type",
                                "PKCS12",
                                "ssl.keystore.location",
                                certificate.store().toString(),
                                "ssl.keystore.password",
                                Certificate.PASSWORD,
                                "sasl.enabled.mechanisms",
                                "PLAIN",
                                "plain.sasl.jaas.config",
                                LOGIN + " user_tongbao=\"secret\";"))));
        broker.start();
        replace(KAFKA, broker.bootstrap());
        return Map.of(
                "kafka.bootstrap.servers",
                "127.0.0.1:" + port,
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "PLAIN",
                "kafka.sasl.jaas.config",
                LOGIN + ";",
                "kafka.ssl.truststore.type",
                "PEM",
                "kafka.ssl.truststore.location",
                certificate.pem().toString());
    }

    @Override
    public void stop() {
        ofTheSession.forEach(System::setProperty);
        broker.stop();
        databases.close();
    }
}
