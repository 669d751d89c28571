package org.tongbao.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongbao.contracts.event.Topics;

class EmbeddedStackTest {
    private static final Identity REPORTER = Identity.of("edu-reporter", "王小明", "TPE-EDU", "reporter");

    private static EmbeddedStack stack;

    @BeforeAll
    static void start(@TempDir Path folder) {
        stack = EmbeddedStack.start(
                Options.forTests("intake", "review").in(folder).durable(true).knowing(List.of(REPORTER)));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void theTopicsAreExactlyThoseOfTheContracts() throws Exception {
        var expected = Topics.all().stream().map(Topics.Topic::name).collect(Collectors.toSet());

        try (var admin = stack.kafka().admin()) {
            assertThat(admin.listTopics().names().get()).isEqualTo(expected);
            var descriptions = admin.describeTopics(expected).allTopicNames().get();
            assertThat(descriptions.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(EmbeddedKafka.PARTITIONS));
        }
    }

    @Test
    void kafkaComesBackOnItsPortWithItsRecords() throws Exception {
        send("before");

        stack.kafka().stop();
        stack.kafka().start();
        send("after");

        try (var admin = stack.kafka().admin()) {
            assertThat(admin.listTopics().names().get()).contains(Topics.INCIDENTS);
        }
    }

    private static void send(String value) throws Exception {
        var settings = new Properties();
        settings.put("bootstrap.servers", stack.kafka().bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.INCIDENTS, "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatPostgresCommittedSurvivesItsKill() throws Exception {
        try (var owner = stack.postgres().as("intake_owner", "intake")) {
            execute(owner, "create table survives (id int)");
            execute(owner, "insert into survives values (1)");
        }

        stack.postgres().kill();
        assertThat(Ports.taken(stack.postgres().port())).isFalse();
        stack.postgres().start();

        try (var owner = stack.postgres().as("intake_owner", "intake")) {
            assertThat(single(owner, "select count(*) from survives")).isEqualTo("1");
            execute(owner, "drop table survives");
        }
    }

    @Test
    void aDurableServerWaitsForTheDisk() throws Exception {
        try (var app = stack.postgres().as("intake_app", "intake")) {
            assertThat(List.of(
                            single(app, "show fsync"),
                            single(app, "show synchronous_commit"),
                            single(app, "show full_page_writes")))
                    .containsOnly("on");
            assertThat(single(app, "show statement_timeout")).isEqualTo("10s");
            assertThat(single(app, "show lock_timeout")).isEqualTo("3s");
            assertThat(single(app, "show idle_in_transaction_session_timeout")).isEqualTo("30s");
            assertThat(single(app, "show client_connection_check_interval")).isEqualTo("2s");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotLeaveItsDatabase() throws Exception {
        try (var app = stack.postgres().as("intake_app", "intake")) {
            assertThatThrownBy(() -> execute(app, "create table mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "create schema mine")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "set role intake_owner")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "alter role intake_app bypassrls"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> stack.postgres().as("intake_app", "review")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> stack.postgres().as("intake_owner", "review"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theEnginesRightsNeedItsRoleAndEndWithTheTransaction() throws Exception {
        try (var owner = stack.postgres().as("intake_owner", "intake")) {
            execute(owner, "create table engine_only (id int); grant select on engine_only to intake_engine");
        }

        try (var app = stack.postgres().as("intake_app", "intake")) {
            assertThatThrownBy(() -> execute(app, "select * from engine_only"))
                    .hasMessageContaining("permission denied");
            app.setAutoCommit(false);
            execute(app, "select set_config('role', 'intake_engine', true)");
            assertThat(single(app, "select count(*) from engine_only")).isEqualTo("0");
            app.commit();
            assertThat(single(app, "select current_user")).isEqualTo("intake_app");
            app.rollback();
        } finally {
            try (var owner = stack.postgres().as("intake_owner", "intake")) {
                execute(owner, "drop table engine_only");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() ->
                        java.sql.DriverManager.getConnection(stack.postgres().url("intake"), "intake_app", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void bothRelaysDeliverIntoOneStoreThatOutlivesThem() throws Exception {
        mail(Part.SMTP, "a@example.org", "第一封");
        mail(Part.SMTP2, "b@example.org", "second");

        stack.part(Part.SMTP).stop();
        assertThat(Ports.taken(stack.part(Part.SMTP).port())).isFalse();
        stack.part(Part.SMTP).start();
        mail(Part.SMTP, "a@example.org", "third");

        assertThat(stack.mails().to("a@example.org")).extracting(Mail::subject).containsExactly("第一封", "third");
        assertThat(stack.mails().to("b@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.relay()).isEqualTo(2);
            assertThat(mail.text()).contains("內容 of second");
            assertThat(mail.messageId()).isNotEmpty();
        });
    }

    private static void mail(Part relay, String to, String subject) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(stack.part(relay).port()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("tongbao@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, UTF_8.name());
        message.setText("內容 of " + subject, UTF_8.name());
        Transport.send(message);
    }

    @Test
    void aTokenOverHttpSpeaksForAKnownIdentityOrForWhomTheRequestNames() throws Exception {
        assertThat(claims("client_id=edu-reporter&client_secret=any"))
                .contains("\"sub\":\"edu-reporter\"", "\"agency\":\"TPE-EDU\"", "\"reporter\"", "\"王小明\"")
                .contains("\"iss\":\"" + stack.oidc().issuer() + "\"", "tongbao");
        assertThat(claims("client_id=x&client_secret=any&agency=ACS&groups=reviewer,auditor"))
                .contains("\"sub\":\"x\"", "\"agency\":\"ACS\"", "[\"reviewer\",\"auditor\"]");
        assertThat(ask("client_id=nobody&client_secret=any").statusCode()).isBetween(400, 401);
    }

    @Test
    void aTokenOfThisJvmHasTheSameIssuerAndAudience() {
        var token = stack.oidc().token("u1", "User One", "TPE", "approver");

        assertThat(payload(token))
                .contains("\"iss\":\"" + stack.oidc().issuer() + "\"", "\"tongbao\"", "\"approver\"", "\"exp\"");
    }

    private static String claims(String parameters) throws Exception {
        var answer = ask(parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var token = answer.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return payload(token);
    }

    private static HttpResponse<String> ask(String parameters) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.oidc().issuer() + "/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&" + parameters))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
    }

    @Test
    void theEnvironmentOfAServiceNamesEveryPart() {
        assertThat(stack.environment("intake").keySet())
                .isEqualTo(Set.of(
                        "TONGBAO_DB_URL",
                        "TONGBAO_DB_USER",
                        "TONGBAO_DB_PASSWORD",
                        "TONGBAO_DB_OWNER",
                        "TONGBAO_DB_OWNER_PASSWORD",
                        "TONGBAO_KAFKA",
                        "TONGBAO_OIDC_ISSUER",
                        "TONGBAO_SMTP_HOST",
                        "TONGBAO_SMTP_PORT",
                        "TONGBAO_SMTP2_HOST",
                        "TONGBAO_SMTP2_PORT"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
