package org.tongbao.contacts.imports.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.ValidationError;

/**
 * A certificate of an import. It is judged when it is another than before: one that expired meanwhile keeps nothing else out.
 *
 * @param now when it is judged
 */
public record ImportedCertificate(Certificates.Read read, Instant now) {
    /** Spreadsheets have line ends of their own. */
    boolean saysTheSame(@Nullable Certificate before) {
        return before != null
                && before.value()
                        .lines()
                        .toList()
                        .equals(certificate().value().lines().toList());
    }

    Optional<ValidationError.Reason> error(List<Channel> channels) {
        return read.error(
                channels.stream()
                        .filter(it -> it.type() == ChannelType.MAIL)
                        .map(Channel::value)
                        .toList(),
                now);
    }

    Certificate certificate() {
        return read.certificate();
    }
}
