package org.tongbao.review.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contracts.Zones;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.ReviewChain;
import org.tongbao.review.incident.domain.Incident;

/** What a procedure requires of reviews. */
public final class ReviewRules {

    private final Procedure procedure;

    public ReviewRules(Procedure procedure) {
        this.procedure = procedure;
    }

    /** The terms of a level review; empty when the procedure asks for none at this level. */
    public Optional<ReviewTerms> level(Incident incident) {
        return procedure
                .openLimits(
                        incident.level(),
                        incident.firstReported(),
                        Set.of(),
                        Anchors.of(incident.anchors()),
                        Zones.TAIPEI)
                .stream()
                .filter(limit -> limit.obligation().metBy() == MetBy.REVIEW_CONCLUDED)
                .findFirst()
                .flatMap(this::level);
    }

    private Optional<ReviewTerms> level(Obligation.Open limit) {
        return Optional.ofNullable(limit.anchorAt())
                .map(anchor -> new ReviewTerms(
                        limit.clause(),
                        informationClause(),
                        anchor,
                        limit.dueAt(),
                        List.of(Outcome.CONFIRMED, Outcome.RELEVELED),
                        procedure.review().basisRequired()));
    }

    /** The terms under which a closing is reviewed, or where the procedure has no review of it, received. */
    public ReviewTerms closing(Incident incident, Instant filedAt) {
        boolean reviewed = procedure.closing().reviewLevels().contains(incident.level());
        List<Outcome> outcomes = new ArrayList<>(List.of(reviewed ? Outcome.ACCEPTED : Outcome.RECEIVED));
        if (reviewed || procedure.closing().questionable()) {
            outcomes.add(Outcome.QUESTIONED);
        }
        return new ReviewTerms(
                procedure.closing().clause(),
                informationClause(),
                filedAt,
                null,
                outcomes,
                procedure.review().basisRequired());
    }

    public boolean takeOver() {
        return procedure.review().onOverdue() == ReviewChain.OnOverdue.OPEN_TAKE_OVER;
    }

    private String informationClause() {
        return procedure.notices().stream()
                .filter(notice -> notice.on().contains(Occasion.INFORMATION_REQUESTED))
                .map(NoticeRule::clause)
                .findFirst()
                .orElse(procedure.review().clause());
    }
}
