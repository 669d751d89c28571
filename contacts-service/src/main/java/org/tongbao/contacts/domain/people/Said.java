package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;

/** What an import says of a field, or what the field held before; a fault when that is nothing. */
record Said(String place, List<Fault> faults) {
    <T> @Nullable T or(@Nullable T said, @Nullable T before, String field) {
        if (said == null && before == null) {
            faults.add(Fault.at(place + field, Fault.Reason.MISSING));
        }
        return said == null ? before : said;
    }

    @Nullable
    UUID person(People.@Nullable Named said, @Nullable UUID before, String field, People people) {
        if (said == null) {
            return or(null, before, field);
        }
        return people.find(said, place + field, faults).orElse(null);
    }
}
