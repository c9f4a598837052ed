package jp.shomei.ca.ocsp;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.service.ServiceOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a signer for each issuer, made when it is first needed and replaced long before it lapses. Its key is never written
 * anywhere. While the issuing key cannot be used, the signer of before goes on for as long as it is valid.
 */
public final class OcspSigners {

    private static final Logger LOG = LoggerFactory.getLogger(OcspSigners.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final ServiceCertificates certificates;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<X509Certificate, OcspSigner> signers = new HashMap<>();
    private @Nullable Long failedAtNanos;

    public OcspSigners(ServiceCertificates certificates, Clock clock, SecureRandom random) {
        this.certificates = certificates;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Who signs for this issuer now.
     *
     * @throws OcspRefused with {@link OcspRefusal#TRY_LATER} if there is nobody
     */
    synchronized OcspSigner of(X509Certificate issuer) {
        Instant now = clock.instant();
        @Nullable OcspSigner known = signers.get(issuer);
        if (known != null && known.isFresh(now)) {
            return known;
        }
        if (!isWaiting() && (known == null || isLongerWith(issuer, known))) {
            renew(issuer);
        }
        return Optional.ofNullable(signers.get(issuer))
                .filter(signer -> signer.isValid(now))
                .orElseThrow(() -> new OcspRefused(OcspRefusal.TRY_LATER));
    }

    /** Those in use. */
    synchronized List<OcspSigner> all() {
        return List.copyOf(signers.values());
    }

    /** An issuer that is about to lapse gives no signer that lasts longer than the one there is. */
    private static boolean isLongerWith(X509Certificate issuer, OcspSigner known) {
        return known.end().isBefore(issuer.getNotAfter().toInstant());
    }

    private boolean isWaiting() {
        return failedAtNanos != null && System.nanoTime() - failedAtNanos < BETWEEN_TRIES.toNanos();
    }

    private void renew(X509Certificate issuer) {
        KeyPair keys = ServiceProfile.OCSP_SIGNER.profile().generateKeyPair(random);
        try {
            X509Certificate certificate = certificates.issue(
                    new ServiceOrder(ServiceProfile.OCSP_SIGNER, issuer, keys.getPublic(), List.of()));
            signers.put(issuer, new OcspSigner(issuer, certificate, keys.getPrivate()));
            failedAtNanos = null;
        } catch (RuntimeException failed) {
            failedAtNanos = System.nanoTime();
            LOG.warn("There is no new signer of OCSP answers; it is tried again.", failed);
        }
    }
}
