package org.tongbao.contacts.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.Problem;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** A "no" of the domain as an answer. */
public class Refusals {
    /** How many of what is wrong with an import are listed. */
    public static final int LISTED = 1_000;

    public static final String SLUG = "invalid-directory-entry";
    public static final Text TITLE = new Text("機關或聯絡資料需要修正", "The directory entry needs correction");

    private static final Text OUTSIDE = new Text("不在您的管轄範圍", "Outside your scope");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @ServerExceptionMapper
    public Response refused(Refused refused, HttpHeaders headers, UriInfo uri) {
        return problem(refused).response(headers, uri);
    }

    private static Problem problem(Refused refused) {
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.notFound().problem();
            case FAULTY ->
                ProblemException.invalid(SLUG, TITLE, violations(refused.errors()))
                        .problem();
            case OUTSIDE_SCOPE ->
                no(
                        refused,
                        403,
                        "outside-scope",
                        OUTSIDE,
                        new Text(
                                "您只能修改所屬機關及其下級機關的資料；未存入任何資料。",
                                "You may change your own agency and those below it; nothing was stored."));
            case UNCONDITIONAL -> preconditionRequired();
            case STALE -> ETags.stale().problem();
            case NOT_PENDING ->
                no(
                        refused,
                        409,
                        "change-not-pending",
                        new Text("異動已非待生效", "The change is not pending"),
                        new Text(
                                "只有待生效的異動可以撤回；已生效者請另提異動。",
                                "Only a pending change can be withdrawn. What is in force is changed by another"
                                        + " change."));
            case IN_USE ->
                no(
                        refused,
                        409,
                        "contact-in-use",
                        new Text("聯絡人仍在使用中", "The contact is still in use"),
                        new Text(
                                "尚有未結束的代理、請假或值勤指向這位聯絡人，請先改派。",
                                "Deputies, absences or shifts to come still name this contact. Assign them to others"
                                        + " first."));
            case NO_CODE_FOR_CHANNEL ->
                no(
                        refused,
                        409,
                        "no-code-for-channel",
                        new Text("這種聯絡方式無法寄送查證碼", "No code can be sent to this kind of channel"),
                        new Text(
                                "只有電子郵件與電話可以寄送查證碼；請由通訊錄管理者具結。",
                                "Codes go to mail addresses and telephones. Have a directory admin attest it"
                                        + " instead."));
            case NO_CODE ->
                no(
                        refused,
                        409,
                        "no-code-pending",
                        new Text("沒有待輸入的查證碼", "No code is pending"),
                        new Text("尚未寄送查證碼，或已逾期；請重新寄送。", "None was sent, or its time is over. Have another one sent."));
            case WRONG_CODE ->
                no(
                        refused,
                        422,
                        "wrong-code",
                        new Text("查證碼不符", "Wrong code"),
                        new Text(
                                "請核對最近一次寄送的查證碼；輸入錯誤五次後須重新寄送。",
                                "Compare with the code that was sent last. After five wrong tries another one must be"
                                        + " sent."));
            case TOO_MANY_TRIES ->
                no(
                        refused,
                        429,
                        "too-many-tries",
                        new Text("嘗試次數過多", "Too many tries"),
                        new Text(
                                "同一聯絡方式每小時最多寄送五次查證碼，每一查證碼最多輸入五次；請稍後再試。",
                                "At most five codes an hour are sent to a channel, and each may be typed five times."
                                        + " Try later."));
            case ANOTHERS_ENTRY ->
                no(
                        refused,
                        403,
                        "anothers-entry",
                        new Text("這不是您的聯絡資料", "Not your entry"),
                        new Text(
                                "只能由當事人以自己的帳號，或由通訊錄管理者辦理；未存入任何資料。",
                                "It is for the person it is about, with their own account, or for a directory admin;"
                                        + " nothing was stored."));
            case ANOTHERS_DUTY ->
                no(
                        refused,
                        403,
                        "anothers-duty",
                        new Text("這不是您的值勤", "Not your duty"),
                        new Text(
                                "換班只能由當事人以自己的帳號提出或答覆，或由通訊錄管理者代為辦理；未存入任何資料。",
                                "A swap is offered and answered by the people it is about, each with their own"
                                        + " account, or by a directory admin on their behalf; nothing was stored."));
            case DECIDED ->
                no(
                        refused,
                        409,
                        "swap-decided",
                        new Text("換班已有答覆", "The swap is decided already"),
                        new Text("對方先前已作不同的答覆；請重新提出。", "The partner has said something else before. Offer it again."));
            case OUTDATED ->
                no(
                        refused,
                        409,
                        "swap-outdated",
                        new Text("值勤已有變動", "The duty has changed"),
                        new Text(
                                "提出換班之後值勤表已變動；未作更動，請重新提出。",
                                "The roster changed after the swap was offered; nothing was changed. Offer it again."));
        };
    }

    private static Problem no(Refused refused, int status, String slug, Text title, Text detail) {
        return new Problem(status, slug, title, detail, violations(refused.errors()), Map.of());
    }

    private static Problem preconditionRequired() {
        try {
            ETags.required(null);
            throw new IllegalStateException("a missing If-Match must not pass");
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /** An import is refused with all that is wrong, the first {@value #LISTED} of it listed. */
    public static ProblemException ofImport(List<Violation> violations, List<ValidationError> errors) {
        int count = violations.size();
        Text detail = new Text(
                "有 " + count + " 處需要修正（至多列出 " + LISTED + " 處），未存入任何資料。",
                count + " to correct, of which at most " + LISTED + " are listed; nothing was stored.");
        boolean outside = errors.stream().anyMatch(it -> it.reason() == ValidationError.Reason.OUTSIDE_SCOPE);
        return new ProblemException(new Problem(
                outside ? 403 : 400,
                outside ? "outside-scope" : SLUG,
                outside ? OUTSIDE : TITLE,
                detail,
                violations.stream().limit(LISTED).toList(),
                Map.of()));
    }

    /** By place, line 2 before line 10. */
    public static List<Violation> inOrder(List<Violation> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(it -> NUMBER.matcher(it.pointer())
                        .replaceAll(number ->
                                "0".repeat(Math.max(0, 9 - number.group().length())) + number.group())))
                .toList();
    }

    /** In the order of their places, as the platform gives those of a schema. */
    public static List<Violation> violations(List<ValidationError> errors) {
        return errors.stream()
                .sorted(Comparator.comparing(ValidationError::place))
                .map(Refusals::violation)
                .toList();
    }

    public static Violation violation(ValidationError error) {
        return new Violation(
                error.place(),
                error.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                text(error));
    }

    private static Text text(ValidationError error) {
        String about = error.subject();
        return switch (error.reason()) {
            case UNKNOWN_AGENCY -> new Text("沒有這個機關：" + about, "No such agency: " + about);
            case UNKNOWN_CONTACT -> new Text("這個機關沒有這位聯絡人：" + about, "No such contact in this agency: " + about);
            case UNKNOWN_PROCEDURE -> new Text("沒有這個作業程序：" + about, "No such procedure: " + about);
            case UNKNOWN_ZONE -> new Text("不是 IANA 時區：" + about, "Not an IANA time zone: " + about);
            case CYCLE -> new Text("上級機關不能在自己之下：" + about, "An agency cannot stand below itself: " + about);
            case SECOND_ROOT -> new Text("只有一個機關可以沒有上級。", "Only one agency may have no parent.");
            case NAMED_TWICE -> new Text("重複。" + about, "Named twice. " + about);
            case OID_OF_ANOTHER ->
                new Text("另一機關已使用這個物件識別碼：" + about, "Another agency has this object identifier: " + about);
            case OUTSIDE_SCOPE -> new Text("不在您的管轄範圍。" + about, "Outside your scope. " + about);
            case SET_FROM_ABOVE ->
                new Text(
                        "機關只能修改自己的名稱與語言；層級、作業程序與審核關係由上級設定。",
                        "An agency changes only its own names and languages; place, procedure and reviewers are set"
                                + " from above.");
            case WRONG_MAIL_ADDRESS -> new Text("不是單純的電子郵件位址（帳號@網域）。", "Not a plain mail address (local@domain).");
            case WRONG_PHONE_NUMBER ->
                new Text(
                        "不是有效的電話號碼，請含國碼，如 +886-2-5555-0101。",
                        "Not a valid phone number with country, such as +886-2-5555-0101.");
            case WRONG_WEB_ADDRESS -> new Text("應為 https 網址。", "Must be an https address.");
            case NEVER_OUTSOURCED ->
                new Text("依作業程序不得由委外人員擔任：" + about, "The procedure keeps this from a contractor's staff: " + about);
            case ENDS_BEFORE_IT_STARTS -> new Text("結束應晚於開始。", "Must end after it starts.");
            case OVERLAPS -> new Text("與同一人的另一筆時間重疊。", "Overlaps another one of the same person.");
            case OVERLAPS_ITSELF -> new Text("與同一份值勤表的另一部分時間重疊。", "Overlaps another part of the same roster.");
            case SECOND_ROTATION ->
                new Text("這個角色已有輪值表，請修改該份：" + about, "The role has a rotation already; change that one: " + about);
            case TOO_LONG -> new Text("最長 " + about + " 天。", "At most " + about + " days.");
            case NOT_ON_DUTY ->
                new Text("這段時間並非全由這位聯絡人值勤：" + about, "The contact is not on duty for all of this time: " + about);
            case OWN_DEPUTY -> new Text("不能代理自己。", "Nobody stands in for himself.");
            case PERMISSION_TOO_LATE ->
                new Text("權限應在代理開始以前生效（§9）。", "A permission must be in force before the deputy may act (S2 §9).");
            case UNKNOWN_CHANNEL -> new Text("這位聯絡人沒有這個聯絡方式：" + about, "The contact has no such channel: " + about);
            case ROLE_NOT_HELD -> new Text("這位聯絡人沒有這個角色：" + about, "The contact does not have this role: " + about);
            case REASON_MISSING -> new Text("生效時間已過，補登須說明理由。", "It takes effect in the past: a late change says why.");
            case BREAKS_WHAT_IS_PENDING ->
                new Text(
                        "已排定的異動將無法生效，請先撤回：" + about,
                        "A change filed for later could not take effect any more; withdraw it first: " + about);
            case CHILDREN_STAY ->
                new Text("裁撤前須於同一異動中改隸下級機關：" + about, "Agencies below must move in the same change: " + about);
            case DISSOLVED_AGENCY -> new Text("機關已裁撤：" + about, "The agency is dissolved: " + about);
            case TOO_FEW -> new Text("依作業程序人數不足：" + about, "The procedure asks for more: " + about);
            case UNKNOWN_SEAT ->
                new Text("機關的作業程序沒有這個應變小組職務：" + about, "The agency's procedure has no such seat in its team: " + about);
            case WRONG_CERTIFICATE ->
                new Text("不是可用於加密的憑證。", "Not a certificate of that type that can be encrypted to.");
            case CERTIFICATE_EXPIRED -> new Text("憑證已過期。", "The certificate has expired.");
            case CERTIFICATE_OF_ANOTHER ->
                new Text("憑證不屬於這位聯絡人的電子郵件位址。", "The certificate is for none of the contact's mail addresses.");
            case WRONG_ID -> new Text("應與網址相符，且為 UUIDv7。", "Must be the one of the address, and a UUIDv7.");
            case MISSING -> new Text("新增的資料必須填寫這一項。", "Something new needs this field.");
            case SEVERAL_OF_THE_NAME ->
                new Text("有多位同名聯絡人，請填 id：" + about, "Several contacts have this name, give the id: " + about);
        };
    }
}
