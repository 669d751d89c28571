package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.DutySwap;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/**
 * A swap as it is sent and shown.
 *
 * @param state only shown: what the partner said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DutySwap")
record SwapBody(
        @Nullable UUID id,
        String role,
        UUID contact,
        UUID partner,
        SpanBody give,
        @Nullable SpanBody take,
        @Nullable String state) {

    @Schema(name = "DutySpan")
    record SpanBody(OffsetDateTime from, OffsetDateTime until) {
        static SpanBody of(Span span) {
            return new SpanBody(Times.shown(span.from()), Times.shown(span.until()));
        }

        Span span() {
            return new Span(Times.kept(from), Times.kept(until));
        }
    }

    static SwapBody of(UUID id, DutySwap swap) {
        Span take = swap.take();
        return new SwapBody(
                id,
                swap.role().key(),
                swap.contact(),
                swap.partner(),
                SpanBody.of(swap.give()),
                take == null ? null : SpanBody.of(take),
                swap.state().key());
    }

    DutySwap swap() {
        return new DutySwap(
                Keyed.find(Role.class, role).orElseThrow(),
                contact,
                partner,
                give.span(),
                take == null ? null : take.span(),
                DutySwap.State.PROPOSED);
    }
}
