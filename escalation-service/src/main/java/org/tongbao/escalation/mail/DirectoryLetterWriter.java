package org.tongbao.escalation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.domain.Addressee;
import org.tongbao.escalation.mail.DirectoryWords.Said;
import org.tongbao.escalation.mail.LetterView.Code;
import org.tongbao.escalation.mail.LetterView.Fact;
import org.tongbao.escalation.mail.LetterView.Section;
import org.tongbao.escalation.usecase.OutgoingMessage;

/** Puts a message of the directory into a letter. It stands alone and holds nothing of any incident. */
@ApplicationScoped
class DirectoryLetterWriter {
    private static final Tlp TLP = Tlp.AMBER;

    Letter write(OutgoingMessage message, MailAddress to, Instant now) {
        var wording = Wording.in(message.to().language());
        var view = view(message, wording, now);
        return new Letter(
                to,
                message.messageId(),
                null,
                wording.language().tag(),
                view.subject(),
                false,
                LetterTemplates.plain(view.wrapped()).render(),
                LetterTemplates.page(view).render());
    }

    private static LetterView view(OutgoingMessage message, Wording wording, Instant now) {
        Said said = new DirectoryWords(wording, now).of(message.matter());
        return new LetterView(
                wording.language().tag(),
                wording.say("directory.heading", Map.of("tlp", TLP.mark(), "title", said.title())),
                "TLP:" + TLP.mark(),
                wording.say("tlp." + TLP.mark()),
                null,
                said.title(),
                said.what(),
                code(message.code(), said.validity(), wording),
                said.facts(),
                said.listings(),
                List.of(new Fact(wording.say("label.to"), to(message.to(), wording), false)),
                new Section(wording.say("label.do"), said.todo()),
                null,
                wording.say("directory.about"),
                wording.say("footer"));
    }

    private static @Nullable Code code(@Nullable String code, @Nullable String validity, Wording wording) {
        return validity == null
                ? null
                : new Code(
                        wording.say("label.code"),
                        HeaderText.clean(Objects.requireNonNull(code, "a message about a code carries it")),
                        validity,
                        wording.say("directory.code.warning"));
    }

    private static String to(Addressee to, Wording wording) {
        boolean english = wording == Wording.ENGLISH && to.agencyNameEnglish() != null;
        String agency = english ? Objects.requireNonNull(to.agencyNameEnglish()) : to.agencyName();
        return wording.say(
                "directory.to", Map.of("name", HeaderText.clean(to.name()), "agency", HeaderText.clean(agency)));
    }
}
