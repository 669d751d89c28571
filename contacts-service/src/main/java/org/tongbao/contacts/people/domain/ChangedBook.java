package org.tongbao.contacts.people.domain;

import java.util.List;

/**
 * A book before and after changes that were made at once.
 *
 * @param notifies whether people hear of what becomes of their duty
 */
public record ChangedBook(ContactBook before, ContactBook after, List<BookChange> changes, boolean notifies) {}
