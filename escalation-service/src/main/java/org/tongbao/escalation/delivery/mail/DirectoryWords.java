package org.tongbao.escalation.delivery.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.delivery.mail.MailView.Fact;
import org.tongbao.escalation.delivery.mail.MailView.Listing;
import org.tongbao.escalation.delivery.smtp.HeaderText;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/** Title, content and request of a directory notification, in one language. */
record DirectoryWords(Wording wording, Instant now)
        implements DirectoryNotification.Visitor<DirectoryWords.DirectoryText> {
    private static final int SHOWN = 20;
    private static final int FULL_SCORE = 100;

    /**
     * @param validity until when a code counts; null where there is none
     */
    record DirectoryText(
            String title,
            String what,
            @Nullable String validity,
            List<Fact> facts,
            List<Listing> listings,
            String todo) {}

    @Override
    public DirectoryText codeRequested(DirectoryNotification.CodeRequested it) {
        return new DirectoryText(
                say("code-requested.title"),
                say("code-requested.what"),
                say("code.valid", Map.of("time", DueTime.inFull(it.validUntil(), wording))),
                List.of(),
                List.of(),
                say("code-requested.do"));
    }

    @Override
    public DirectoryText shiftStarting(DirectoryNotification.ShiftStarting it) {
        String role = wording.role(it.role());
        String what = it.insteadOf() == null
                ? say("shift-starting.what", Map.of("role", role))
                : say("shift-starting.what.instead", Map.of("role", role, "other", HeaderText.clean(it.insteadOf())));
        return new DirectoryText(
                say("shift-starting.title", Map.of("role", role, "time", DueTime.inShort(it.from(), now, wording))),
                what,
                null,
                List.of(
                        new Fact(say("label.from"), DueTime.inFull(it.from(), wording), true),
                        new Fact(say("label.until"), DueTime.inFull(it.until(), wording), false)),
                List.of(),
                say("shift-starting.do"));
    }

    @Override
    public DirectoryText dutyChanged(DirectoryNotification.DutyChanged it) {
        var listings = new ArrayList<Listing>();
        list(listings, "label.added", it.added(), it.added().size(), this::shift);
        list(listings, "label.removed", it.removed(), it.removed().size(), this::shift);
        return new DirectoryText(
                say("duty-changed.title"), say("duty-changed.what"), null, List.of(), listings, say("duty-changed.do"));
    }

    private String shift(DirectoryNotification.Shift it) {
        return say(
                "shift", Map.of("role", wording.role(it.role()), "span", DueTime.span(it.from(), it.until(), wording)));
    }

    @Override
    public DirectoryText attestationDue(DirectoryNotification.AttestationDue it) {
        boolean overdue = !now.isBefore(it.dueAt());
        String time = DueTime.inShort(it.dueAt(), now, wording);
        return new DirectoryText(
                say("attestation-due.title" + (overdue ? ".overdue" : ""), Map.of("time", time)),
                say("attestation-due.what"),
                null,
                List.of(new Fact(
                        say(overdue ? "label.overdue" : "label.due"), DueTime.inFull(it.dueAt(), wording), true)),
                List.of(),
                say("attestation-due.do"));
    }

    @Override
    public DirectoryText readinessReported(DirectoryNotification.ReadinessReported it) {
        var listings = new ArrayList<Listing>();
        list(listings, "label.reasons", it.reasons(), it.reasons().size(), this::reason);
        list(listings, "label.below", it.below(), it.belowNotReady(), this::below);
        boolean itself = it.score() < FULL_SCORE || !it.reasons().isEmpty();
        var values = Map.of("score", Integer.toString(it.score()), "n", Integer.toString(it.belowNotReady()));
        String key = "readiness-reported" + (itself ? "" : ".below");
        return new DirectoryText(
                say(key + ".title", values),
                say(key + ".what", values),
                null,
                List.of(new Fact(say("label.score"), say("score", values), itself)),
                listings,
                say(key + ".do"));
    }

    private String reason(Text it) {
        return HeaderText.clean(it.in(wording.language()));
    }

    private String below(DirectoryNotification.Below it) {
        boolean english = wording == Wording.ENGLISH && it.nameEnglish() != null;
        String name = english ? Objects.requireNonNull(it.nameEnglish()) : it.name();
        return say("below", Map.of("name", HeaderText.clean(name), "score", Integer.toString(it.score())));
    }

    /** The first twenty, and how many more there are. */
    private <T> void list(List<Listing> listings, String label, List<T> all, int count, Function<T, String> line) {
        if (all.isEmpty()) {
            return;
        }
        var lines = new ArrayList<>(all.stream().limit(SHOWN).map(line).toList());
        if (count > lines.size()) {
            lines.add(say("more", Map.of("n", Integer.toString(count - lines.size()))));
        }
        listings.add(new Listing(say(label), lines));
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, String> values) {
        return wording.say("directory." + key, values);
    }
}
