package jp.shomei.ca.ocsp;

/** What a question about certificates is answered with: the status of one (RFC 6960 section 2.2), or a refusal (2.3). */
enum OcspStatus {
    GOOD,
    REVOKED,
    UNKNOWN,
    MALFORMED_REQUEST,
    INTERNAL_ERROR,
    TRY_LATER,
    UNAUTHORIZED
}
