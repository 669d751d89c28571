package org.tongbao.contacts.channel.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.people.usecase.ReadBook;
import org.tongbao.platform.access.Caller;

/** The addresses of a contact, each with what shows that it reaches the person. */
@ApplicationScoped
public class ReadChannels {
    private final ReadBook readBook;

    ReadChannels(ReadBook readBook) {
        this.readBook = readBook;
    }

    public record Known(Channel channel, Optional<ChannelProof> proof) {}

    public Uni<List<Known>> of(Caller caller, AgencyCode agency, UUID contact) {
        return readBook.read(caller, agency)
                .map(book ->
                        book.contact(contact).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)).channels().stream()
                                .map(it -> new Known(it, book.proof(contact, it)))
                                .toList());
    }
}
