package jp.shomei.ca.terminal;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/**
 * Who the server is to terminals: a key and a certificate of its own, signed by the authority, so that a terminal trusts
 * it by the very root it has from its own certificate. Valid for long, since terminals may live on a simulated clock; made
 * anew, without a restart, when it nears its end, when another issuer has taken over, or when the names have changed.
 */
public final class TerminalIdentity implements DailyJob {

    private static final ServiceProfile SERVER = ServiceProfile.TLS_SERVER;
    private static final Duration NEAR = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final ServiceCertificates certificates;
    private final ServerKeyStore keyStore;
    private final ServerNames names;
    private final Clock clock;
    private final SecureRandom random;
    private volatile @Nullable ServerIdentity current;

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

    /** Looks whether the identity is in order; does nothing while the port was never opened. */
    @Override
    public void run(LocalDate day) {
        if (current != null) {
            refresh();
        }
    }

    /** For the TLS library. The identity is made if there is none. */
    public KeyManager keyManager() {
        refresh();
        return new ShownIdentity(this::current);
    }

    private synchronized void refresh() {
        LocalDate today = JapanTime.today(clock);
        @Nullable ServerIdentity known = current == null ? keyStore.read().orElse(null) : current;
        if (known == null || isDue(known.certificate(), today)) {
            known = make();
            keyStore.write(known);
        }
        current = known;
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
