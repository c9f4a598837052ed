package jp.shomei.contracts.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer by OCSP.
 *
 * @param response OCSPResponse in DER
 * @param thisUpdate since when it is known; none if it may not be cached (RFC 5019 section 6)
 * @param nextUpdate until when it may be cached; none if it may not
 */
public record OcspAnswerView(
        byte[] response,
        @Nullable Instant thisUpdate,
        @Nullable Instant nextUpdate) {}
