package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyDifference;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.usecase.DirectoryMessages.Recipient;
import org.tongbao.platform.access.BlockingWork;

/** Tells everybody whose published duty a change of a book makes another one. */
@ApplicationScoped
class TellOfDuty {
    private final Agencies agencies;
    private final DirectoryMessages messages;
    private final BlockingWork blockingWork;

    TellOfDuty(Agencies agencies, DirectoryMessages messages, BlockingWork blockingWork) {
        this.agencies = agencies;
        this.messages = messages;
        this.blockingWork = blockingWork;
    }

    /** A book before a change and after it. */
    record Change(ContactBook before, ContactBook after) {
        List<DutyDifference> differences(Instant now) {
            return DutyDifference.between(before, after, new Span(now, now.plus(DutyPlan.AHEAD)));
        }
    }

    private record Changed(Change change, List<DutyDifference> differences) {}

    Uni<Void> changed(ContactBook before, ContactBook after, Instant now) {
        Change change = new Change(before, after);
        return tell(new Changed(change, change.differences(now)));
    }

    /** The same of many, worked out beside the event loop. */
    Uni<Void> changed(List<Change> changes, Instant now) {
        return blockingWork
                .run(() -> changes.stream()
                        .map(it -> new Changed(it, it.differences(now)))
                        .toList())
                .chain(changed -> EachInTurn.of(changed, this::tell))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Changed changed) {
        if (changed.differences().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return agencies.facts(changed.change().after().agency())
                .chain(agency ->
                        EachInTurn.of(changed.differences(), it -> tell(agency.orElseThrow(), changed.change(), it)))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Agency agency, Change change, DutyDifference difference) {
        return change.after()
                .contact(difference.contact())
                .or(() -> change.before().contact(difference.contact()))
                .map(it -> messages.dutyChanged(new Recipient(agency, difference.contact(), it), difference))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
