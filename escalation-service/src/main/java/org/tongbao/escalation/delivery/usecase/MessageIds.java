package org.tongbao.escalation.delivery.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementSettings;

/**
 * The Message-ID of each delivery, the same in every attempt. Its domain is configured, else the host of the gateway:
 * the one name that belongs to this deployment.
 */
@ApplicationScoped
public class MessageIds {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,118}[A-Za-z0-9])?");

    private final String domain;

    MessageIds(DeliverySettings delivery, AcknowledgementSettings acknowledgement) {
        this.domain = domain(delivery.messageIdDomain(), acknowledgement.publicUrl());
    }

    /** Right side of every Message-ID. */
    public String domain() {
        return domain;
    }

    public String of(UUID delivery) {
        return "<" + delivery + "@" + domain + ">";
    }

    static String domain(Optional<String> configured, String publicUrl) {
        return configured
                .filter(it -> !it.isBlank())
                .or(() -> Optional.ofNullable(URI.create(publicUrl).getHost()))
                .filter(it -> DOMAIN.matcher(it).matches())
                .orElseThrow(() -> new IllegalStateException("tongbao.delivery.message-id-domain"
                        + " (TONGBAO_MESSAGE_ID_DOMAIN) must be a domain name, since TONGBAO_PUBLIC_URL names none"));
    }
}
