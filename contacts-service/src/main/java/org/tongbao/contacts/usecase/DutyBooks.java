package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.ContactBook;

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
