package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.people.domain.ContactBook;

/** Books as far as duty needs them, for the question that is asked most: works in the transaction under way. */
public interface DutyBooks {
    /**
     * A book without the shifts and absences of other times.
     *
     * @param access how far the one who asks reaches to it
     * @param changesMeanwhile whether something is filed for later that takes effect before the end
     */
    record DutyBook(AgencyAccess access, ContactBook book, boolean changesMeanwhile) {}

    Uni<DutyBook> read(AgencyCode by, AgencyCode agency, Instant from, Instant until);
}
