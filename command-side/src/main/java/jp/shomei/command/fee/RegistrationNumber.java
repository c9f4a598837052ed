package jp.shomei.command.fee;

import java.util.regex.Pattern;

/**
 * The number under which an issuer of qualified invoices is registered (適格請求書発行事業者登録番号): {@code T} and the
 * corporate number (法人番号), thirteen digits of which the first is the check digit of the others.
 *
 * @param value as it is printed
 */
public record RegistrationNumber(String value) {

    private static final Pattern FORM = Pattern.compile("T[0-9]{13}");
    private static final int CHECK_DIGIT = 1;
    private static final int MODULUS = 9;

    /** @throws IllegalArgumentException if it is none; the message says why */
    public RegistrationNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the number must be T and thirteen digits, such as T7000012050002");
        }
        if (value.charAt(CHECK_DIGIT) - '0' != checkDigit(value.substring(CHECK_DIGIT + 1))) {
            throw new IllegalArgumentException("the check digit of " + value
                    + ", which is the first after the T, does not fit the others: there is a wrong digit");
        }
    }

    /** From the last digit on, each is multiplied by 1 and 2 in turn; nine less the rest of the sum by nine. */
    private static int checkDigit(String base) {
        int sum = 0;
        for (int i = base.length() - 1, weight = 1; i >= 0; i--, weight = 3 - weight) {
            sum += (base.charAt(i) - '0') * weight;
        }
        return MODULUS - sum % MODULUS;
    }
}
