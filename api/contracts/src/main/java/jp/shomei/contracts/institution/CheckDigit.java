package jp.shomei.contracts.institution;

/**
 * The check digit of institution codes and insurer numbers: from the last of the preceding digits, multiply alternately
 * by 2 and 1, add the digits of the products; the check digit fills the sum up to the next multiple of ten (Luhn). For
 * an institution it runs over prefecture, score table and code together.
 */
public final class CheckDigit {

    private CheckDigit() {}

    /** Whether the last digit is the check digit of those before it. */
    public static boolean isValid(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 2; i >= 0; i--, weight = 3 - weight) {
            int product = (digits.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }
}
