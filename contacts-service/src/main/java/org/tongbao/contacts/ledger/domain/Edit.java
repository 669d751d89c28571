package org.tongbao.contacts.ledger.domain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.domain.RecordFields;

/**
 * What somebody changed of a fact that others may have filed more about for later: a change filed ahead says all of the fact, and
 * what it did not mean to change must not undo the edit.
 *
 * @param item the agency's code, or the id of something in its book
 */
public record Edit(String item, Fact before, Fact after) {
    /** The fact that was filed for later with the edit in it; empty when it says so already or is about something else. */
    public Optional<Fact> carriedInto(Fact later) {
        if (!later.getClass().equals(after.getClass()) || !before.getClass().equals(after.getClass())) {
            return Optional.empty();
        }
        Fact carried = (Fact) over((Record) before, (Record) after, (Record) later);
        return carried.equals(later) ? Optional.empty() : Optional.of(carried);
    }

    /** Field by field: what the later one leaves as it was before takes the edit, what it changes stays as it says. */
    private static Record over(Record before, Record after, Record later) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (RecordComponent it : RecordFields.components(later.getClass())) {
            Object value =
                    value(RecordFields.get(it, before), RecordFields.get(it, after), RecordFields.get(it, later));
            values.put(it.getName(), value);
        }
        return RecordFields.create(later.getClass(), values);
    }

    private static @Nullable Object value(@Nullable Object before, @Nullable Object after, @Nullable Object later) {
        if (Objects.equals(before, after)) {
            return later;
        }
        if (Objects.equals(before, later)) {
            return after;
        }
        if (before instanceof List<?> was && after instanceof List<?> is && later instanceof List<?> willBe) {
            return elements(was, is, willBe);
        }
        if (before instanceof Set<?> was && after instanceof Set<?> is && later instanceof Set<?> willBe) {
            return new LinkedHashSet<>(elements(was, is, willBe));
        }
        return before instanceof Record was && after instanceof Record is && later instanceof Record willBe
                ? over(was, is, willBe)
                : later;
    }

    /** What the edit took out is out, and what it put in stands in its place, or else last. */
    private static List<Object> elements(Collection<?> before, Collection<?> after, Collection<?> later) {
        List<Object> added = new ArrayList<>(after);
        added.removeAll(before);
        added.removeAll(later);
        Iterator<Object> next = added.iterator();
        List<Object> elements = new ArrayList<>();
        for (Object element : later) {
            boolean takenOut = before.contains(element) && !after.contains(element);
            if (!takenOut) {
                elements.add(element);
            } else if (next.hasNext()) {
                elements.add(next.next());
            }
        }
        next.forEachRemaining(elements::add);
        return elements;
    }
}
