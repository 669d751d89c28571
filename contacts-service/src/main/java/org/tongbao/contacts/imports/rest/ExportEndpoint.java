package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.imports.usecase.ExportDirectory;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.rest.ItemJson;
import org.tongbao.platform.access.Caller;

/** Writes what leaves the directory, part by part. */
@ApplicationScoped
class ExportEndpoint {
    private final ExportDirectory exportDirectory;

    ExportEndpoint(ExportDirectory exportDirectory) {
        this.exportDirectory = exportDirectory;
    }

    Multi<String> sheet(Caller caller, SheetKind kind) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(SheetRows.header(kind)),
                        parts(it -> kind == SheetKind.AGENCIES
                                        ? exportDirectory.agencies(caller, it)
                                        : exportDirectory.people(caller, it))
                                .map(it -> SheetRows.of(kind, it))
                                .filter(it -> !it.isEmpty()));
    }

    Multi<String> document(Caller caller) {
        List<Multi<String>> sections = new ArrayList<>();
        sections.add(section("{\"agencies\":[", agencies(caller)));
        ImportReader.ITEMS.forEach(
                (name, kind) -> sections.add(section("],\"" + name + "\":[", people(caller, kind.type()))));
        sections.add(Multi.createFrom().item("]}"));
        return Multi.createBy().concatenating().streams(sections);
    }

    private Multi<String> agencies(Caller caller) {
        return parts(it -> exportDirectory.agencies(caller, it))
                .map(part -> joined(part.agencies().stream().map(ItemJson::show)));
    }

    private <T extends BookItem> Multi<String> people(Caller caller, Class<T> kind) {
        return parts(it -> exportDirectory.people(caller, it))
                .map(part -> joined(SheetRows.books(part)
                        .flatMap(book -> book.items(kind).entrySet().stream().map(it -> SheetRows.item(book, it)))));
    }

    private static String joined(Stream<ObjectNode> items) {
        return String.join(",\n", items.map(ObjectNode::toString).toList());
    }

    /** The parts of one array, with commas between. */
    private static Multi<String> section(String opening, Multi<String> parts) {
        var first = new AtomicReference<>("");
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(opening),
                        parts.filter(it -> !it.isEmpty()).map(it -> first.getAndSet(",\n") + it));
    }

    /** Each part in a transaction of its own, when the reader has taken the one before. */
    private static Multi<ExportDirectory.Part> parts(Function<@Nullable String, Uni<ExportDirectory.Part>> part) {
        Context context = Vertx.currentContext();
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<@Nullable String>::new, after -> Uni.createFrom()
                        .deferred(() -> part.apply(after.get()))
                        .invoke(it -> after.set(it.after()))
                        .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run())))
                .whilst(it -> it.after() != null);
    }
}
