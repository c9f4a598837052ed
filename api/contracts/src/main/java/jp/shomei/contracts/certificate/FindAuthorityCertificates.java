package jp.shomei.contracts.certificate;

/** Asks the authority for its own certificates; answered with an {@link AuthorityCertificatesView}. */
public record FindAuthorityCertificates() {}
