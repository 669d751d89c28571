package org.tongbao.contacts.channel.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongbao.contacts.domain.ValidationError;

/** Knows what a certificate says. */
public interface Certificates {
    /**
     * What was found in a certificate.
     *
     * @param addresses mail addresses it is for
     */
    record Read(Certificate certificate, List<String> addresses, Instant from) {
        /** Why nothing can be encrypted to it for one of these addresses; empty when it can. */
        public Optional<ValidationError.Reason> error(List<String> mailAddresses, Instant now) {
            Instant expires = certificate.expires();
            if (expires != null && !expires.isAfter(now)) {
                return Optional.of(ValidationError.Reason.CERTIFICATE_EXPIRED);
            }
            boolean isTheirs =
                    addresses.stream().anyMatch(it -> mailAddresses.stream().anyMatch(it::equalsIgnoreCase));
            return isTheirs ? Optional.empty() : Optional.of(ValidationError.Reason.CERTIFICATE_OF_ANOTHER);
        }
    }

    /** Empty when it is no certificate, or one that mail cannot be encrypted to. */
    Optional<Read> read(String text);
}
