package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import org.tongbao.escalation.domain.Directory;
import org.tongbao.escalation.domain.Standing;

/** This service's copies of the agencies and their contacts. */
public interface People {
    /** False until both were read to the end they had at start: before that, nobody seems to be there. */
    boolean current();

    Uni<Optional<Standing>> standing(String agency);

    /** The people of these agencies and of all above them. */
    Uni<Directory> around(Collection<String> agencies);
}
