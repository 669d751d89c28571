package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;

/** Knows what a certificate says. */
public interface Certificates {
    /**
     * What was found in a certificate.
     *
     * @param addresses mail addresses it is for
     * @param from null when it says none
     */
    record Read(
            Certificate certificate,
            List<String> addresses,
            @Nullable Instant from) {
        /** Why it cannot be used for these addresses; empty when it can. */
        public Optional<Fault.Reason> fault(List<String> mailAddresses, Instant now) {
            Instant expires = certificate.expires();
            if (expires != null && !expires.isAfter(now)) {
                return Optional.of(Fault.Reason.CERTIFICATE_EXPIRED);
            }
            boolean isTheirs =
                    addresses.stream().anyMatch(it -> mailAddresses.stream().anyMatch(it::equalsIgnoreCase));
            return isTheirs ? Optional.empty() : Optional.of(Fault.Reason.CERTIFICATE_OF_ANOTHER);
        }
    }

    /** Empty when it is no certificate of this type, or one without a key to encrypt to. */
    Optional<Read> read(Certificate.Type type, String text);
}
