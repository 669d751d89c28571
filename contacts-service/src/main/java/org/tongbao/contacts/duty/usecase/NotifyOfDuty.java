package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.duty.domain.DutyDifference;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.people.domain.ChangedBook;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contacts.usecase.DirectoryNotifications.Recipient;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.BlockingWork;

/** Notifies everybody whose published duty changes of books make another one. */
@ApplicationScoped
public class NotifyOfDuty {
    private final Agencies agencies;
    private final DirectoryNotifications notifications;
    private final BlockingWork blockingWork;

    NotifyOfDuty(Agencies agencies, DirectoryNotifications notifications, BlockingWork blockingWork) {
        this.agencies = agencies;
        this.notifications = notifications;
        this.blockingWork = blockingWork;
    }

    private record Changed(ChangedBook book, List<DutyDifference> differences) {
        public static Changed of(ChangedBook book, Instant now) {
            Interval interval = new Interval(now, now.plus(DutyPlan.AHEAD));
            return new Changed(book, DutyDifference.between(book.before(), book.after(), interval));
        }
    }

    public Uni<Void> changed(List<ChangedBook> books, Instant now) {
        return blockingWork
                .run(() -> books.stream().map(it -> Changed.of(it, now)).toList())
                .chain(changed -> Sequentially.of(changed, this::notify))
                .replaceWithVoid();
    }

    private Uni<Void> notify(Changed changed) {
        return changed.differences().isEmpty()
                ? Uni.createFrom().voidItem()
                : agencies.facts(changed.book().after().agency())
                        .chain(agency -> Sequentially.of(
                                changed.differences(), it -> notify(agency.orElseThrow(), changed.book(), it)))
                        .replaceWithVoid();
    }

    private Uni<Void> notify(Agency agency, ChangedBook book, DutyDifference difference) {
        return book.after()
                .contact(difference.contact())
                .or(() -> book.before().contact(difference.contact()))
                .map(it -> notifications.dutyChanged(new Recipient(agency, difference.contact(), it), difference))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
