package jp.shomei.ca.terminal;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.service.ServiceOrder;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.time.DailyJob;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the server is to terminals: a key and a certificate of its own, signed by the authority, so that a terminal trusts
 * it by the very root it has from its own certificate. Valid for long, since terminals may live on a simulated clock; made
 * anew, without a restart, when it nears its end, when another issuer has taken over, or when the names have changed. While
 * that cannot be done, as when the authority's key is away, the one there is goes on.
 */
public final class TerminalIdentity implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalIdentity.class);
    private static final ServiceProfile SERVER = ServiceProfile.TLS_SERVER;
    private static final Duration NEAR = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final ServiceCertificates certificates;
    private final ServerKeyStore keyStore;
    private final ServerNames names;
    private final Clock clock;
    private final SecureRandom random;
    private volatile @Nullable ServerIdentity current;
    private volatile @Nullable String failure;
    private volatile boolean wanted;

    public TerminalIdentity(
            CertificateAuthority authority,
            ServiceCertificates certificates,
            SecretDirectory directory,
            ServerNames names,
            Clock clock,
            SecureRandom random) {
        this.authority = authority;
        this.certificates = certificates;
        this.random = random;
        this.keyStore = new ServerKeyStore(directory);
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "terminal-identity";
    }

    @Override
    public boolean isForEveryNode() {
        return true;
    }

    /** Looks whether the identity is in order; does nothing while nobody has asked for one. */
    @Override
    public void run(LocalDate day) {
        if (wanted) {
            refresh();
        }
    }

    /** Whether there is an identity to show. It is made if there is none; if that fails, it may be asked for again. */
    boolean isReady() {
        wanted = true;
        if (current == null) {
            refresh();
        }
        return current != null;
    }

    /** Why there is no identity, or none but the old one; nothing if all is well. */
    Optional<String> concern() {
        return Optional.ofNullable(failure);
    }

    /** For the TLS library; shows whatever the identity is at the moment. */
    KeyManager keyManager() {
        return new ShownIdentity(this::current);
    }

    /** An identity that is due is exchanged. While that fails, the old one serves to the end of its validity and longer. */
    private synchronized void refresh() {
        @Nullable ServerIdentity known = current == null ? keyStore.read().orElse(null) : current;
        if (known == null || isDue(known.certificate(), JapanTime.today(clock))) {
            known = exchanged(known);
        } else {
            failure = null;
        }
        current = known;
    }

    private @Nullable ServerIdentity exchanged(@Nullable ServerIdentity old) {
        try {
            ServerIdentity made = make();
            keyStore.write(made);
            failure = null;
            return made;
        } catch (RuntimeException failed) {
            String now = "the server's certificate cannot be made: " + failed.getMessage();
            if (!now.equals(failure)) {
                LOG.error("The certificate of the terminals' port cannot be made; it is tried again", failed);
            }
            failure = now;
            return current != null || old != null && isValid(old.certificate()) ? old : null;
        }
    }

    private boolean isValid(X509Certificate certificate) {
        Instant now = clock.instant();
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private ServerIdentity make() {
        KeyPair keys = SERVER.profile().generateKeyPair(random);
        X509Certificate issuer = authority.issuing();
        X509Certificate certificate =
                certificates.issue(new ServiceOrder(SERVER, issuer, keys.getPublic(), names.names()));
        return new ServerIdentity(keys.getPrivate(), List.of(certificate, issuer));
    }

    /** When a certificate made on this day would end. */
    private Instant endFor(LocalDate day) {
        Instant wanted = ValidityDays.endOf(day.plusMonths(SERVER.profile().validityMonths()));
        Instant issuersEnd = authority.issuing().getNotAfter().toInstant();
        return wanted.isBefore(issuersEnd) ? wanted : issuersEnd;
    }

    private ServerIdentity current() {
        @Nullable ServerIdentity identity = current;
        if (identity == null) {
            throw new IllegalStateException("the terminals' port has no identity yet");
        }
        return identity;
    }

    private boolean isDue(X509Certificate certificate, LocalDate today) {
        Instant end = certificate.getNotAfter().toInstant();
        boolean nearsEnd =
                clock.instant().plus(NEAR).isAfter(end) && endFor(today).isAfter(end);
        boolean notYetValid = certificate.getNotBefore().toInstant().isAfter(clock.instant());
        return nearsEnd
                || notYetValid
                || !Certificates.isSignedBy(certificate, authority.issuing())
                || !names.areIn(Certificates.structure(certificate));
    }
}
