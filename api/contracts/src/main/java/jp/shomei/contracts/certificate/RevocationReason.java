package jp.shomei.contracts.certificate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a certificate is revoked (RFC 5280 section 5.3.1), as far as it applies to a holder's certificate. There is no
 * hold: nothing that was revoked comes back.
 */
public enum RevocationReason {
    UNSPECIFIED("unspecified", 0),
    /** Theft or loss of certificate, terminal or notice, or suspected misuse (盗難・紛失・不正使用). */
    KEY_COMPROMISE("keyCompromise", 1),
    /** The institution's code changed, or it closed (コード変更・廃止). */
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    /** No longer used; also for fees that were not paid. */
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    /** The authority withdraws what it granted. */
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn", 9);

    private static final Set<RevocationReason> HOLDERS = EnumSet.complementOf(EnumSet.of(PRIVILEGE_WITHDRAWN));

    private final String rfcName;
    private final int code;

    RevocationReason(String rfcName, int code) {
        this.rfcName = rfcName;
        this.code = code;
    }

    /** Its name in RFC 5280, as programs type it. */
    public String rfcName() {
        return rfcName;
    }

    /** Its CRLReason number. */
    public int code() {
        return code;
    }

    /** The reason of this name, if this requester may give it. */
    public static Optional<RevocationReason> find(String rfcName, RevocationRequester requester) {
        return allowedTo(requester).stream()
                .filter(reason -> reason.rfcName.equals(rfcName))
                .findFirst();
    }

    /** The names this requester may give, for people. */
    public static String namesFor(RevocationRequester requester) {
        return allowedTo(requester).stream().map(RevocationReason::rfcName).collect(Collectors.joining(", "));
    }

    private static Set<RevocationReason> allowedTo(RevocationRequester requester) {
        return requester == RevocationRequester.OFFICER ? EnumSet.copyOf(Arrays.asList(values())) : HOLDERS;
    }
}
