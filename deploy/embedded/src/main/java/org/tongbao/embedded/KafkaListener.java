package org.tongbao.embedded;

import java.util.Map;

/**
 * One more door of a broker, beside its plain one.
 *
 * @param name in capitals
 * @param protocol {@code PLAINTEXT}, {@code SASL_SSL} …
 * @param advertisedPort where clients are sent to: another one when something stands in between
 * @param settings of the broker for this listener, without its prefix
 */
public record KafkaListener(String name, String protocol, int port, int advertisedPort, Map<String, String> settings) {
    public KafkaListener {
        settings = Map.copyOf(settings);
    }

    String address() {
        return name + "://127.0.0.1:" + port;
    }

    String advertised() {
        return name + "://127.0.0.1:" + advertisedPort;
    }

    String mapped() {
        return name + ":" + protocol;
    }
}
