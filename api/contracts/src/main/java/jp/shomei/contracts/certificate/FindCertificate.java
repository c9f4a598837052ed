package jp.shomei.contracts.certificate;

/**
 * Asks for one certificate; answered with an optional {@link CertificateDetailView}.
 *
 * @param requestId the certificate
 */
public record FindCertificate(String requestId) {}
