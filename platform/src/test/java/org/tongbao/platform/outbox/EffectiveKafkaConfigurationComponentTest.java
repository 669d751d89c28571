package org.tongbao.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clients really run with, since a default of the connector or a typing error would lose events silently. */
@QuarkusTest
class EffectiveKafkaConfigurationComponentTest {
    @Inject
    KafkaClientService clients;

    @Test
    void theProducerWaitsForAllReplicasAndNumbersItsRecords() {
        var effective =
                new ProducerConfig(new HashMap<>(clients.getProducer("outbox").configuration()));

        assertThat(effective.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG))
                .isTrue();
        assertThat(effective.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isLessThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencies", "incidents", "reviews"})
    void everyConsumerStartsAtTheBeginningInItsServicesGroup(String channel) {
        var effective =
                new ConsumerConfig(new HashMap<>(clients.getConsumer(channel).configuration()));

        assertThat(effective.getString(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).isEqualTo("earliest");
        assertThat(effective.getString(ConsumerConfig.GROUP_ID_CONFIG)).isEqualTo("platform");
        assertThat(effective.getString(ConsumerConfig.ISOLATION_LEVEL_CONFIG)).isEqualTo("read_committed");
        assertThat(effective.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG))
                .isFalse();
    }

    /** At its limit the connector closes the consumer for good, while the record only waits for its database. */
    @Test
    void aRecordMayWaitAsLongAsItsDatabaseIsAway() {
        assertThat(ConfigProvider.getConfig()
                        .getValue(
                                "mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms",
                                Integer.class))
                .isZero();
    }

    /** The first record of each partition waits for the poll under way: a second a partition with the connector's default. */
    @Test
    void noPollHoldsUpWhatFollowsIt() {
        assertThat(ConfigProvider.getConfig()
                        .getValue("mp.messaging.connector.smallrye-kafka.poll-timeout", Integer.class))
                .isLessThanOrEqualTo(100);
    }
}
