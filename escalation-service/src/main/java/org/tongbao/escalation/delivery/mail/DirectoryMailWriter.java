package org.tongbao.escalation.delivery.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.delivery.mail.MailView.Code;
import org.tongbao.escalation.delivery.mail.MailView.Fact;
import org.tongbao.escalation.delivery.mail.MailView.Section;
import org.tongbao.escalation.delivery.smtp.HeaderText;
import org.tongbao.escalation.delivery.smtp.MailAddress;
import org.tongbao.escalation.delivery.smtp.OutgoingMail;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.usecase.OutgoingDirectoryMessage;

/** Puts a message of the directory into a mail. It stands alone and holds nothing of any incident. */
@ApplicationScoped
class DirectoryMailWriter {
    private static final Tlp TLP = Tlp.AMBER;

    OutgoingMail write(OutgoingDirectoryMessage message, MailAddress to, Instant now) {
        var wording = Wording.in(message.to().language());
        var view = view(message, wording, now);
        return new OutgoingMail(
                to,
                message.messageId(),
                null,
                wording.language().tag(),
                view.subject(),
                false,
                MailTemplates.plain(view.wrapped()).render(),
                MailTemplates.page(view).render());
    }

    private static MailView view(OutgoingDirectoryMessage message, Wording wording, Instant now) {
        DirectoryWords.DirectoryText text = message.notification().accept(new DirectoryWords(wording, now));
        return new MailView(
                wording.language().tag(),
                wording.say("directory.heading", Map.of("tlp", TLP.mark(), "title", text.title())),
                "TLP:" + TLP.mark(),
                wording.say("tlp." + TLP.mark()),
                null,
                text.title(),
                text.what(),
                code(message.code(), text.validity(), wording),
                text.facts(),
                text.listings(),
                List.of(new Fact(wording.say("label.to"), to(message.to(), wording), false)),
                new Section(wording.say("label.do"), text.todo()),
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
