package jp.shomei.ca.download;

import java.util.List;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The password (証明書パスワード) that a user chooses for a PKCS#12 file: four half-width digits as the manuals ask, or
 * something longer, up to 64 printable ASCII characters, at least four of them digits.
 */
public final class CertificatePassword {

    private static final String FIELD = "password";
    private static final int LEAST_DIGITS = 4;
    private static final int LIMIT = 64;

    private CertificatePassword() {}

    /**
     * Reads what was typed.
     *
     * @throws Refused with {@code INVALID_FIELDS}, naming the rule that the field {@code password} broke
     */
    public static char[] read(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            throw refused(FieldRule.REQUIRED);
        }
        boolean printable = typed.chars().allMatch(character -> character >= ' ' && character <= '~');
        long digits = typed.chars()
                .filter(character -> character >= '0' && character <= '9')
                .count();
        if (typed.length() > LIMIT || !printable || digits < LEAST_DIGITS) {
            throw refused(FieldRule.PASSWORD);
        }
        return typed.toCharArray();
    }

    private static Refused refused(FieldRule rule) {
        return new Refused(Refusal.of(List.of(FieldError.of(FIELD, rule))));
    }
}
