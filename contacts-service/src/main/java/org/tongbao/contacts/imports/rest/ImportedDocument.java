package org.tongbao.contacts.imports.rest;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.platform.http.Violation;

/**
 * What was sent, as far as it could be read.
 *
 * @param violations what could not
 * @param shown how a place is named to the sender: a JSON pointer, or line and column of a sheet
 */
record ImportedDocument(ImportDirectory.Document document, List<Violation> violations, UnaryOperator<String> shown) {
    List<Violation> asShown(List<Violation> found) {
        return found.stream()
                .map(it -> new Violation(shown.apply(it.pointer()), it.reason(), it.detail()))
                .toList();
    }
}
