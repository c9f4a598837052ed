package jp.shomei.contracts.certificate;

/**
 * What screening found, for an officer to look at.
 *
 * @param kind what is odd
 * @param filed the value on file; the code, for a check digit
 * @param applied the value in the application; the code, for a check digit
 */
public record Finding(Kind kind, String filed, String applied) {

    /** What can be odd. */
    public enum Kind {
        NAME_DIFFERS,
        CATEGORY_DIFFERS,
        PREFECTURE_DIFFERS,
        CHECK_DIGIT_WRONG
    }
}
