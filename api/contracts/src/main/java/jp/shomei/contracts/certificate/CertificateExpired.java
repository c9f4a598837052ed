package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The last day of validity is over and the certificate was not renewed (期限切れ).
 *
 * @param requestId the certificate
 * @param generation the generation that lapsed
 * @param lastDay its last day
 */
@Revision("1")
public record CertificateExpired(String requestId, int generation, LocalDate lastDay) implements CertificateEvent {}
