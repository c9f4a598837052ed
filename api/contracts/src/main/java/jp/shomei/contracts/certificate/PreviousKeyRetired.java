package jp.shomei.contracts.certificate;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The time in which the generation before a renewal was still valid is over, and it is revoked as superseded; the
 * certificate lives on in its newest generation.
 *
 * @param requestId the certificate
 * @param key what goes on the revocation lists
 * @param retiredAt when
 */
@Revision("1")
public record PreviousKeyRetired(String requestId, RevokedKey key, Instant retiredAt) implements CertificateEvent {}
