package org.tongbao.local;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.MailJson;
import org.tongbao.embedded.MailStore;

/** Where a person reads the mail that the suite has sent. Everything in a mail is a stranger's text: all is escaped. */
final class MailboxPages {
    private static final String BY_ADDRESS = "/mailboxes/to/";
    private static final String BY_ID = "/mailboxes/mail/";
    private static final int LISTED = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Taipei"));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private static final String STYLE = """
        body{font:16px/1.5 system-ui,"Noto Sans TC",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b}
        table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.35rem .6rem;text-align:left;vertical-align:top}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f5f5;padding:1rem}
        iframe{width:100%;height:32rem;border:1px solid #888}.time{white-space:nowrap}a{color:#0b57a4}
        """;

    private final MailStore mails;

    MailboxPages(MailStore mails) {
        this.mails = mails;
    }

    static boolean isOne(String path) {
        return path.equals("/")
                || path.equals("/mailboxes")
                || path.startsWith("/mailboxes/")
                || path.equals("/mailboxes.json");
    }

    void answer(HttpServerRequest request, List<String> services) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            request.response()
                    .setStatusCode(405)
                    .putHeader(HttpHeaders.ALLOW, "GET, HEAD")
                    .end();
            return;
        }
        var path = request.path();
        if (path.equals("/mailboxes.json")) {
            json(request);
            return;
        }
        var page = page(path, services);
        if (page == null) {
            Problem.NOT_FOUND.answer(request);
        } else {
            html(request, page);
        }
    }

    private @Nullable String page(String path, List<String> services) {
        if (path.equals("/")) {
            return home(services);
        }
        if (path.startsWith(BY_ADDRESS)) {
            var address = URLDecoder.decode(path.substring(BY_ADDRESS.length()), StandardCharsets.UTF_8);
            return list("信箱 Mailbox " + address, mails.to(address));
        }
        if (path.startsWith(BY_ID)) {
            var id = path.substring(BY_ID.length());
            return mails.all().stream()
                    .filter(mail -> Long.toString(mail.id()).equals(id))
                    .findFirst()
                    .map(MailboxPages::one)
                    .orElse(null);
        }
        return path.equals("/mailboxes") || path.equals("/mailboxes/") ? list("所有信件 All mail", mails.all()) : null;
    }

    /** {@code ?to=} one mailbox, {@code ?after=} only what came after this id; oldest first. */
    private void json(HttpServerRequest request) {
        var to = request.getParam("to");
        var after = Objects.requireNonNullElse(request.getParam("after"), "0");
        if (!after.matches("\\d{1,18}")) {
            request.response().setStatusCode(400).end();
            return;
        }
        long last = Long.parseLong(after);
        var found = (to == null ? mails.all() : mails.to(to))
                .stream().filter(mail -> mail.id() > last).toList();
        headers(request, "application/json; charset=utf-8").response().end(MailJson.write(found));
    }

    private static void html(HttpServerRequest request, String page) {
        headers(request, "text/html; charset=utf-8")
                .response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri"
                                + " 'none'")
                .end(page);
    }

    private static HttpServerRequest headers(HttpServerRequest request, String type) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return request;
    }

    private static String home(List<String> services) {
        var text = new StringBuilder("<p><a href='/mailboxes'>所有信件 All mail</a></p><p>API：</p><ul>");
        for (var service : services) {
            text.append("<li><a href='/api/openapi/%1$s'>%1$s</a></li>".formatted(escape(service)));
        }
        return frame("Tongbao 通報", text.append("</ul>").toString());
    }

    private static String list(String title, List<Mail> oldestFirst) {
        var newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        var text = new StringBuilder("<p>")
                .append(oldestFirst.size())
                .append(" 封 mails · <a href='/mailboxes'>全部 all</a></p><table><tr><th>時間 Time<th>收件人 To<th>主旨"
                        + " Subject</tr>");
        for (var mail : newestFirst.subList(0, Math.min(LISTED, newestFirst.size()))) {
            text.append("<tr><td class='time'>%s<td><a href='%s'>%s</a><td><a href='%s%d'>%s</a></tr>"
                    .formatted(
                            TIME.format(mail.receivedAt()),
                            BY_ADDRESS + URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                            escape(mail.to()),
                            BY_ID,
                            mail.id(),
                            escape(mail.subject().isBlank() ? "（無主旨）" : mail.subject())));
        }
        return frame(title, text.append("</table>").toString());
    }

    private static String one(Mail mail) {
        var text = new StringBuilder("<p><a href='%s'>%s</a> · %s · relay %d</p>"
                .formatted(
                        BY_ADDRESS + URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                        escape(mail.to()),
                        TIME.format(mail.receivedAt()),
                        mail.relay()));
        if (mail.text() != null) {
            text.append("<h2>文字 Text</h2><pre>").append(escape(mail.text())).append("</pre>");
        }
        var links = links(mail);
        if (!links.isEmpty()) {
            text.append("<h2>連結 Links</h2><ul>");
            links.forEach(link -> text.append(
                    "<li><a rel='noreferrer noopener' href=\"%1$s\">%1$s</a></li>".formatted(escape(link))));
            text.append("</ul>");
        }
        if (mail.html() != null) {
            text.append("<h2>HTML</h2><iframe sandbox='' title='HTML' srcdoc=\"")
                    .append(escape(mail.html()))
                    .append("\"></iframe>");
        }
        text.append("<h2>標頭 Headers</h2><table>");
        mail.headers()
                .forEach((name, values) -> values.forEach(
                        value -> text.append("<tr><th>%s<td>%s</tr>".formatted(escape(name), escape(value)))));
        return frame(mail.subject(), text.append("</table>").toString());
    }

    /** The frame shows the HTML part without letting it do anything, links included, so they stand beside it. */
    private static Set<String> links(Mail mail) {
        var links = new LinkedHashSet<String>();
        for (var part : new String[] {mail.text(), mail.html()}) {
            if (part != null) {
                LINK.matcher(part).results().forEach(link -> links.add(withoutTail(link.group())));
            }
        }
        return links;
    }

    private static String withoutTail(String link) {
        return link.replace("&amp;", "&").replaceFirst("[.,;:)\\]。，；）」]+$", "");
    }

    private static String frame(String title, String content) {
        return """
            <!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width"><style>%2$s</style></head><body><h1>%1$s</h1>%3$s</body></html>
            """.formatted(escape(title), STYLE, content);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
