package jp.shomei.contracts.refusal;

/** The rule a field broke; the sentence shown to the applicant is found by this name. */
public enum FieldRule {
    /** Missing or blank. */
    REQUIRED,
    /** Not one of the allowed values; argument: the values. */
    CHOICE,
    /** Not exactly so many half-width digits; argument: how many. */
    DIGITS,
    /** Not a telephone number: 10 or 11 half-width digits beginning with 0, without hyphens. */
    PHONE,
    /** Not a postal code: 7 half-width digits. */
    POSTAL_CODE,
    /** Not a mail address. */
    EMAIL,
    /** Too long; argument: the limit in characters. */
    TOO_LONG,
    /** Holds a control character, such as a line break. */
    CONTROL_CHARACTER,
    /** Holds a character that the mailed notice cannot print (not in windows-31j). */
    UNPRINTABLE,
    /** Does not go with the category; argument: the value that does. */
    DOES_NOT_FIT_CATEGORY,
    /** The category has no such field. */
    NOT_FOR_CATEGORY,
    /** Prefecture and score table must be the beginning of the code. */
    DOES_NOT_FIT_CODE,
    /** The check digit is wrong. */
    CHECK_DIGIT,
    /** The fee must be accepted. */
    FEE_NOT_ACCEPTED,
    /** Not four or more half-width digits, or too long. */
    PASSWORD,
    /** Not a date such as 2021-09-10. */
    DATE,
    /** Not a month such as 2024-06. */
    MONTH,
    /** Not an instant with offset such as 2021-03-10T09:00:00+09:00. */
    INSTANT,
    /** Not a registered-mail number of 11 digits. */
    TRACKING_NUMBER,
    /** Not a certification request that can be read (PKCS#10, PEM). */
    CSR_UNREADABLE,
    /** The certification request is not signed by its own key. */
    CSR_SIGNATURE,
    /** The key of the certification request is not of an allowed kind or size. */
    CSR_KEY,
    /** The key of the certification request is broken, or others can work out its private half. */
    CSR_KEY_WEAK,
    /** The key of the certification request is blocked, having become known to others. */
    CSR_KEY_BLOCKED,
    /** The certification request names another holder than the certificate that is to be renewed. */
    CSR_SUBJECT,
    /** Not together with another field; argument: that field. */
    NOT_TOGETHER,
    /** A wrong JSON type. */
    TYPE,
    /** Not a field of this request. */
    UNKNOWN,
    /** Outside its range; arguments: the least and the greatest value. */
    RANGE
}
