package jp.shomei.contracts.certificate;

import org.axonframework.serialization.Revision;

/**
 * The certificate was signed. Nothing is handed out before this is on record.
 *
 * @param requestId the certificate
 * @param generation the generation of the prepared signing
 * @param serialNumber hexadecimal, lower case
 * @param certificate the whole X.509 certificate in DER, base64
 */
@Revision("1")
public record CertificateSigned(String requestId, int generation, String serialNumber, String certificate)
        implements CertificateEvent {}
