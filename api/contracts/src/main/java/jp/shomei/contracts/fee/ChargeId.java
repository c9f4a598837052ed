package jp.shomei.contracts.fee;

import java.util.regex.Pattern;

/**
 * Names of charges. A name follows from what is charged for, so that nothing is charged twice: {@code L-<requestId>} for an
 * issue, {@code R-<requestId>-<generation>} for a renewal, {@code P-<noticeId>} for postage, and {@code V-} before the name
 * of a charge for its reversal.
 */
public final class ChargeId {

    private static final Pattern FORM =
            Pattern.compile("(V-)?(L-[0-9]{15}|R-[0-9]{15}-[0-9]{1,3}|P-N[0-9A-Za-z-]{1,60})");
    private static final String REVERSAL = "V-";

    private ChargeId() {}

    /** The licence fee of a certificate. */
    public static String ofLicence(String requestId) {
        return "L-" + requestId;
    }

    /** The renewal fee of a generation, 2 for the first renewal. */
    public static String ofRenewal(String requestId, int generation) {
        return "R-" + requestId + "-" + generation;
    }

    /** The postage of a notice. */
    public static String ofPostage(String noticeId) {
        return "P-" + noticeId;
    }

    /** The reversal of a charge. */
    public static String ofReversal(String chargeId) {
        return REVERSAL + chargeId;
    }

    /** Whether this can name a charge at all. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** What a well-formed name is about: the request ID of a certificate, or the ID of a notice. */
    public static String subject(String chargeId) {
        String plain = chargeId.startsWith(REVERSAL) ? chargeId.substring(REVERSAL.length()) : chargeId;
        String subject = plain.substring(2);
        return plain.startsWith("R-") ? subject.substring(0, subject.indexOf('-')) : subject;
    }
}
