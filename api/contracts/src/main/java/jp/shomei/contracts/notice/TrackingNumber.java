package jp.shomei.contracts.notice;

/** Registered-mail numbers of Japan Post (引受番号): 11 digits printed 3-2-5-1, the last one a check digit. */
public final class TrackingNumber {

    private static final int LENGTH = 11;

    private TrackingNumber() {}

    /** The digits alone; hyphens are dropped. */
    public static String digits(String typed) {
        return typed.replace("-", "");
    }

    /** Whether these are 11 digits. */
    public static boolean isWellFormed(String digits) {
        return digits.matches("[0-9]{" + LENGTH + "}");
    }

    /** Whether the last digit is the first ten modulo 7, and the first one that of a simple registered item (簡易書留). */
    public static boolean isPlausible(String digits) {
        long number = Long.parseLong(digits.substring(0, LENGTH - 1));
        boolean simpleRegistered = digits.charAt(0) == '3' || digits.charAt(0) == '4';
        return simpleRegistered && number % 7 == digits.charAt(LENGTH - 1) - '0';
    }

    /** As printed: {@code 399-60-00001-0}. */
    public static String printed(String digits) {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5, 10) + "-"
                + digits.substring(10);
    }
}
