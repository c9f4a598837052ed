package jp.shomei.contracts.institution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The key of an institution: ten digits (都道府県 2 + 点数表 1 + 医療機関コード 7, or a health-check body's number), or an
 * insurer's eight-digit number (保険者番号). It is the common name of the institution's certificates.
 */
public record InstitutionCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}|[0-9]{8}");

    public InstitutionCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an institution code has 10 digits, an insurer number 8");
        }
    }

    /** Reads a code that is known to be well formed. */
    @JsonCreator
    public static InstitutionCode of(String value) {
        return new InstitutionCode(value);
    }

    /** Whether this can be a code at all: 10 or 8 half-width digits. */
    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** Whether the {@link CheckDigit} is right. */
    public boolean hasValidCheckDigit() {
        return CheckDigit.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
