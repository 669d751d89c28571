package org.tongbao.escalation.delivery.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Source;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementLink;
import org.tongbao.escalation.delivery.mail.MailView.Action;
import org.tongbao.escalation.delivery.mail.MailView.Fact;
import org.tongbao.escalation.delivery.mail.MailView.Listing;
import org.tongbao.escalation.delivery.mail.MailView.Section;
import org.tongbao.escalation.delivery.smtp.HeaderText;
import org.tongbao.escalation.delivery.smtp.MailAddress;
import org.tongbao.escalation.delivery.smtp.OutgoingMail;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;

/** Puts a notice into words: number, level, TLP mark, limit, clause, why this person, what to do, link and code. */
@ApplicationScoped
class NoticeMailWriter {
    private static final int PRESSING_LEVEL = 3;

    OutgoingMail write(OutgoingNotice notice, MailAddress to, Tlp tlp, Instant now) {
        var wording = Wording.in(notice.to().language());
        var view = view(notice, tlp, wording, now);
        return new OutgoingMail(
                to,
                notice.messageId(),
                "incident-" + notice.incidentId(),
                wording.language().tag(),
                view.subject(),
                notice.level() >= PRESSING_LEVEL && notice.acknowledgement() != null,
                MailTemplates.plain(view.wrapped()).render(),
                MailTemplates.page(view).render());
    }

    private static MailView view(OutgoingNotice notice, Tlp tlp, Wording wording, Instant now) {
        var values = values(notice, wording);
        return new MailView(
                wording.language().tag(),
                subject(notice, tlp, values, wording, now),
                "TLP:" + tlp.mark(),
                wording.say("tlp." + tlp.mark()),
                notice.exercise() ? wording.say("exercise") : null,
                title(notice, wording),
                sentence(notice, "what", values, wording),
                null,
                facts(notice, wording, now),
                listings(notice, wording),
                details(notice, wording),
                new Section(wording.say("label.do"), sentence(notice, "do", values, wording)),
                action(notice.acknowledgement(), wording),
                wording.say("login"),
                wording.say("footer"));
    }

    /** The beginning is the same in all mails of an incident, so that they sort together. */
    private static String subject(
            OutgoingNotice notice, Tlp tlp, Map<String, String> values, Wording wording, Instant now) {
        var subject = wording.say(
                "subject",
                Map.of(
                        "tlp", tlp.mark(),
                        "number", clean(notice.number()),
                        "what", sentence(notice, "subject", values, wording),
                        "due", due(notice.dueAt(), wording, now)));
        return notice.exercise() ? wording.say("exercise.mark") + " " + subject : subject;
    }

    private static String due(@Nullable Instant dueAt, Wording wording, Instant now) {
        if (dueAt == null) {
            return "";
        }
        var time = Map.of("time", DueTime.inShort(dueAt, now, wording));
        return wording.say(dueAt.isBefore(now) ? "subject.overdue" : "subject.due", time);
    }

    private static List<Fact> facts(OutgoingNotice notice, Wording wording, Instant now) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(wording.say("label.number"), clean(notice.number()), false));
        facts.add(
                new Fact(wording.say("label.level"), wording.say("level", Map.of("level", "" + level(notice))), false));
        if (notice.dueAt() != null) {
            var late = notice.dueAt().isBefore(now);
            facts.add(new Fact(wording.say("label.due"), DueTime.inFull(notice.dueAt(), wording), true));
            facts.add(new Fact(
                    wording.say(late ? "label.late" : "label.left"),
                    DueTime.until(notice.dueAt(), now, wording),
                    true));
        }
        return facts;
    }

    /** The one that was decided, also before it is on record. */
    private static int level(OutgoingNotice notice) {
        Integer after = notice.facts().levelAfter();
        return after == null ? notice.level() : after;
    }

    /** Which notice and why, but not in which agency: a mail names none. */
    private static List<Listing> listings(OutgoingNotice notice, Wording wording) {
        var items = notice.facts().unreached().stream()
                .map(it -> clean(it.title().in(wording.language())) + ": "
                        + it.reason().text().in(wording.language()))
                .distinct()
                .toList();
        return items.isEmpty() ? List.of() : List.of(new Listing(wording.say("label.unreached"), items));
    }

    private static List<Fact> details(OutgoingNotice notice, Wording wording) {
        var details = new ArrayList<Fact>();
        if (!notice.clause().isBlank() && !notice.clause().equals(Source.OWN_DESIGN.key())) {
            details.add(new Fact(wording.say("label.clause"), clean(notice.clause()), false));
        }
        var role = wording.role(notice.to().role());
        details.add(new Fact(
                wording.say("label.to"),
                wording.say("to", Map.of("name", clean(notice.to().name()), "role", role)),
                false));
        details.add(new Fact(
                wording.say("label.because"),
                wording.say("because." + notice.because().name(), Map.of("role", role)),
                false));
        return details;
    }

    private static @Nullable Action action(@Nullable AcknowledgementLink acknowledgement, Wording wording) {
        return acknowledgement == null
                ? null
                : new Action(
                        acknowledgement.link().toASCIIString(),
                        wording.say("button"),
                        wording.say("button.hint"),
                        wording.say("label.code"),
                        acknowledgement.code(),
                        wording.say("code.hint"),
                        wording.say("personal"),
                        wording.say("silence"));
    }

    /**
     * Of the rule, in the words for this outcome where there are any; where a value is missing its plain sentence, for an
     * unknown rule a general one.
     */
    private static String sentence(OutgoingNotice notice, String part, Map<String, String> values, Wording wording) {
        var key = notice.rule() + "." + part;
        return Optional.ofNullable(notice.facts().outcome())
                .flatMap(it -> wording.find(key + "." + it.toLowerCase(Locale.ROOT), values))
                .or(() -> wording.find(key, values))
                .or(() -> wording.find(key + ".plain", values))
                .orElseGet(() -> wording.say("other." + part, values));
    }

    private static Map<String, String> values(OutgoingNotice notice, Wording wording) {
        var facts = notice.facts();
        var values = new HashMap<String, String>();
        values.put("level", Integer.toString(notice.level()));
        values.put("title", title(notice, wording));
        values.put("obligation", obligation(notice.obligation(), wording));
        put(values, "before", facts.levelBefore());
        put(values, "after", facts.levelAfter());
        put(values, "percent", facts.percent());
        if (facts.acknowledgedBy() != null) {
            values.put("by", clean(facts.acknowledgedBy().name()));
            values.put("role", wording.role(facts.acknowledgedBy().role()));
            values.put("at", DueTime.inFull(facts.acknowledgedBy().at(), wording));
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable Integer number) {
        if (number != null) {
            values.put(key, Integer.toString(number));
        }
    }

    private static String obligation(@Nullable Text name, Wording wording) {
        return name == null
                ? wording.say("obligation.other")
                : clean(name.withinSentence().in(wording.language()));
    }

    private static String title(OutgoingNotice notice, Wording wording) {
        return clean(notice.title().in(wording.language()));
    }

    private static String clean(String text) {
        return HeaderText.clean(text);
    }
}
