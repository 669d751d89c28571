package org.tongbao.contacts.imports.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.contracts.Language;
import org.tongbao.contracts.Text;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.Problem;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** What the endpoints of documents and sheets have in common. One import at a time, so that they never fill the memory. */
@ApplicationScoped
class ImportEndpoint {
    private static final Logger LOG = Logger.getLogger(ImportEndpoint.class);

    private final ImportDirectory importDirectory;
    private final Semaphore free = new Semaphore(1);

    ImportEndpoint(ImportDirectory importDirectory) {
        this.importDirectory = importDirectory;
    }

    /**
     * What shall be done with an import.
     *
     * @param effectiveTime of all of it
     */
    record Request(Caller caller, boolean dryRun, EffectiveTime effectiveTime) {
        private boolean isForAStatedTime() {
            return effectiveTime.effectiveFrom() != null;
        }

        /** What takes effect at a stated time does so in one transaction, which must not take long. */
        private void checkSize(ImportedDocument document) {
            int size = document.document().size();
            if (isForAStatedTime() && size > ImportDirectory.MOST) {
                throw ProblemException.invalid(
                        Refusals.SLUG,
                        Refusals.TITLE,
                        List.of(new Violation(
                                "query:effectiveFrom",
                                "too-long",
                                new Text(
                                        "指定生效時間的匯入至多 " + ImportDirectory.MOST + " 筆，請分次申報；目前 " + size + " 筆。",
                                        "For a stated time at most " + ImportDirectory.MOST
                                                + " entries are filed at once, here are " + size + "; divide them."))));
            }
        }
    }

    /** Reads a body, on a thread that may wait for it. */
    interface BodyReader {
        ImportedDocument read() throws IOException;
    }

    /** To be called on a thread that may wait; goes on where the request came in. */
    Uni<ImportView> run(Request request, HttpHeaders headers, BodyReader reader) {
        Language language = Language.of(headers.getAcceptableLanguages());
        if (!free.tryAcquire()) {
            throw new ProblemException(new Problem(
                    503,
                    "import-under-way",
                    new Text("另一項匯入進行中", "Another import is under way"),
                    new Text("未存入任何資料，請稍後重送。", "Nothing was stored. Send it again soon."),
                    List.of(),
                    Map.of(HttpHeaders.RETRY_AFTER, "5")));
        }
        long began = System.nanoTime();
        try {
            ImportedDocument document = reader.read();
            request.checkSize(document);
            LOG.infof(
                    "read an import agencies=%d people=%d dryRun=%b ms=%d",
                    document.document().agencies().size(),
                    document.document().items().size(),
                    request.dryRun(),
                    (System.nanoTime() - began) / 1_000_000);
            return onLoop(() -> request.dryRun() ? tryOut(request, document, language) : load(request, document))
                    .invoke(view -> LOG.infof(
                            "took an import agencies=%s people=%s dryRun=%b ms=%d",
                            view.agencies(), view.people(), request.dryRun(), (System.nanoTime() - began) / 1_000_000))
                    .onTermination()
                    .invoke(() -> free.release());
        } catch (IOException e) {
            free.release();
            throw new ProblemException(new Problem(
                    413,
                    "too-large",
                    new Text("內容超過上限", "Body too large"),
                    new Text("內容超過上限或傳送中斷。", "The body is too large, or did not arrive."),
                    List.of(),
                    Map.of()));
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    // The database's session belongs to the event loop that the request came in on.
    private static <T> Uni<T> onLoop(Supplier<Uni<T>> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .chain(ignored -> work.get());
    }

    private Uni<ImportView> load(Request request, ImportedDocument document) {
        if (!document.violations().isEmpty()) {
            // What could be read is looked at all the same, so that everything that is wrong is named at once.
            return importDirectory
                    .tryOut(request.caller(), document.document(), request.effectiveTime())
                    .map(outcome -> {
                        throw refusal(document, outcome.errors());
                    });
        }
        return importDirectory
                .load(request.caller(), document.document(), request.effectiveTime())
                .map(filed -> ImportView.done(filed, request.effectiveTime()))
                .onFailure(Refused.class)
                .transform(no -> refusal(document, ((Refused) no).errors()));
    }

    private static RuntimeException refusal(ImportedDocument document, List<ValidationError> errors) {
        return Refusals.ofImport(violations(document, errors), errors);
    }

    private static List<Violation> violations(ImportedDocument document, List<ValidationError> errors) {
        return Refusals.inOrder(document.asShown(
                Stream.concat(document.violations().stream(), errors.stream().map(Refusals::violation))
                        .toList()));
    }

    private Uni<ImportView> tryOut(Request request, ImportedDocument document, Language language) {
        Map<AgencyCode, String> places = new HashMap<>();
        document.document().agencies().forEach(it -> places.put(it.code(), it.place()));
        return importDirectory
                .tryOut(request.caller(), document.document(), request.effectiveTime())
                .map(filed -> ImportView.wouldDo(
                        filed,
                        request.effectiveTime(),
                        violations(document, filed.errors()).stream()
                                .map(it -> new ImportView.RefusalView(
                                        it.pointer(), it.reason(), it.detail().in(language)))
                                .toList(),
                        places,
                        document.shown()));
    }
}
