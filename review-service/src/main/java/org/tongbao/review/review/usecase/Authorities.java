package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.review.review.domain.AuthorityChain;
import org.tongbao.review.usecase.ReviewSettings;

/** The authority chain of an agency by the directory of now; never empty. */
@ApplicationScoped
class Authorities {
    private final AgencyTree tree;
    private final ReviewSettings settings;

    Authorities(AgencyTree tree, ReviewSettings settings) {
        this.tree = tree;
        this.settings = settings;
    }

    /**
     * @throws EventTooEarly while the agency is unknown because the directory was not read to its end yet
     */
    Uni<AuthorityChain> of(String agency, ReviewKind kind, boolean takeOver) {
        return tree.find(agency).map(entry -> {
            if (entry.isEmpty() && !tree.isCurrent()) {
                throw new EventTooEarly("agencies-not-read");
            }
            return AuthorityChain.of(named(entry, kind), agency, competentAuthority(entry), takeOver);
        });
    }

    private static List<String> named(Optional<AgencyEntry> entry, ReviewKind kind) {
        List<String> named = new ArrayList<>();
        entry.map(AgencyEntry::relations).ifPresent(relations -> {
            if (kind == ReviewKind.CLOSING && relations.receiving() != null) {
                named.add(relations.receiving());
            }
            named.addAll(relations.reviewers());
        });
        return named;
    }

    private String competentAuthority(Optional<AgencyEntry> entry) {
        return entry.flatMap(it -> it.path().stream().findFirst()).orElse(settings.competentAuthority());
    }
}
