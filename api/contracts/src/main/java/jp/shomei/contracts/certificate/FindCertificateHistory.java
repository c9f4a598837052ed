package jp.shomei.contracts.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks an auditor's question: everything that happened to a certificate; answered with an optional
 * {@link CertificateHistoryView}.
 *
 * @param requestId the certificate
 * @param asOf only what was known then, and the state as it was known then; none for everything
 */
public record FindCertificateHistory(
        String requestId, @Nullable Instant asOf) {}
