package org.tongbao.contacts.channel.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tongbao.contacts.channel.domain.PhoneNumbers;

/** Valid is what libphonenumber finds in a country's numbering plan; written as RFC 3966 does, {@code +886-2-5555-0101}. */
@ApplicationScoped
class LibPhoneNumbers implements PhoneNumbers {
    private static final int LONGEST = 40;
    private static final String SCHEME = "tel:";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    @Override
    public Optional<String> written(String typed) {
        // Only with a country: a number is called from abroad too, and "02-…" is another number there.
        if (typed.length() > LONGEST || !typed.startsWith("+") || hasControl(typed)) {
            return Optional.empty();
        }
        try {
            var number = library.parse(typed, null);
            return library.isValidNumber(number)
                    ? Optional.of(
                            library.format(number, PhoneNumberFormat.RFC3966).substring(SCHEME.length()))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean hasControl(String typed) {
        return typed.chars().anyMatch(Character::isISOControl);
    }
}
