package jp.shomei.contracts.certificate;

/** Who wants a certificate revoked. */
public enum RevocationRequester {
    /** The institution, through the portal. */
    INSTITUTION,
    /** The terminal that holds the certificate, by mutual TLS. */
    TERMINAL,
    /** An officer, for the authority or for somebody who cannot do it. */
    OFFICER,
    /** The system, by a rule. */
    SYSTEM
}
