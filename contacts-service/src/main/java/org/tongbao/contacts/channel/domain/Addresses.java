package org.tongbao.contacts.channel.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.ValidationError.Reason;

/**
 * Lets an address pass or not. A mail address with a line break or angle brackets would send the mail to somebody else, so
 * only the plain {@code local@domain} of RFC 5321 passes: no quotes, no comments, no names.
 */
public record Addresses(PhoneNumbers phoneNumbers) {
    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}" // atoms with single dots between
                    + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,30}"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,20}");
    private static final int LONGEST_LOCAL_PART = 64;

    /** The address as it is kept; empty when it is none. */
    public Optional<String> written(ChannelType type, String value) {
        return switch (type) {
            case MAIL -> isMail(value) ? Optional.of(value) : Optional.empty();
            case PHONE, MOBILE, SMS -> phoneNumbers.written(value);
            case WEBHOOK -> isWebhook(value) ? Optional.of(value) : Optional.empty();
        };
    }

    public static ValidationError.Reason errorOf(ChannelType type) {
        return switch (type) {
            case MAIL -> Reason.WRONG_MAIL_ADDRESS;
            case PHONE, MOBILE, SMS -> Reason.WRONG_PHONE_NUMBER;
            case WEBHOOK -> Reason.WRONG_WEB_ADDRESS;
        };
    }

    private static boolean isMail(String value) {
        return value.length() <= LONGEST_MAIL
                && value.indexOf('@') <= LONGEST_LOCAL_PART
                && MAIL.matcher(value).matches();
    }

    private static boolean isWebhook(String value) {
        try {
            URI uri = new URI(value);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
