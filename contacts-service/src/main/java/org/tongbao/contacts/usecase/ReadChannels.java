package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.ChannelProof;
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
