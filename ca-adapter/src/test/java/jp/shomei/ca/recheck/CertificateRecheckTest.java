package jp.shomei.ca.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.PublicKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateRecheckTest {

    private static final LocalDate DAY = TestAuthority.DAY.plusDays(1);

    private static TestIssuer issuer;
    private static TestIssuer former;

    private final BlockedKeys blocked = new BlockedKeys(TestAuthority.memoryDatabase());
    private final MovableClock clock = MovableClock.at(DAY);

    @BeforeAll
    static void makeIssuers() throws Exception {
        issuer = TestIssuer.named("Issuing CA G2");
        former = TestIssuer.named("Issuing CA G1");
    }

    @Test
    void findsNothingWrongWithWhatWasIssued() throws Exception {
        RecheckReport report = recheck(sound(), revoked(sound()), former.issue(Orders.EXPIRES));
        assertThat(report).isEqualTo(new RecheckReport(DAY, clock.instant(), true, 3, 1, 0, List.of()));
        assertThat(report.isSound()).isTrue();
    }

    @Test
    void findsTheOneThatBreaksItsProfile() throws Exception {
        StoredCertificate tooLong = issuer.issue(Orders.EXPIRES.plusDays(1));
        RecheckReport report = recheck(sound(), tooLong, sound());
        assertThat(report.findings())
                .containsExactly(new RecheckFinding(
                        tooLong.serialNumber(),
                        Orders.REQUEST_ID,
                        "ValidityWithinProfileLint",
                        "not between one day and 39 months"));
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.flawed()).isEqualTo(1);
        assertThat(report.isSound()).isFalse();
    }

    @Test
    void findsWhatAnotherSigned() throws Exception {
        StoredCertificate forged = TestIssuer.named("Issuing CA G2").issue(Orders.EXPIRES);
        assertThat(recheck(forged).findings())
                .extracting(RecheckFinding::lint)
                .contains("Signature", "AuthorityKeyIdentifierLint");
    }

    @Test
    void findsWhatWasChangedOnFile() throws Exception {
        StoredCertificate stored = sound();
        byte[] changed = stored.der().clone();
        changed[changed.length - 1] ^= 1;
        assertThat(recheck(with(stored, changed)).findings())
                .extracting(RecheckFinding::lint)
                .containsExactly("Signature");
    }

    @Test
    void findsWhatFollowsACertificate() throws Exception {
        StoredCertificate stored = sound();
        assertThat(recheck(with(stored, Arrays.copyOf(stored.der(), stored.der().length + 1)))
                        .findings())
                .extracting(RecheckFinding::lint)
                .containsExactly("Encoding");
    }

    @Test
    void findsWhatIsFiledUnderAnotherSerialNumber() throws Exception {
        StoredCertificate stored = new StoredCertificate("1f", Orders.REQUEST_ID, sound().der(), false);
        assertThat(recheck(stored).findings())
                .extracting(RecheckFinding::serialNumber, RecheckFinding::lint)
                .containsExactly(tuple("1f", "SerialNumber"));
    }

    @Test
    void goesOnAfterWhatIsNoCertificate() throws Exception {
        RecheckReport report = recheck(sound(), with(sound(), new byte[] {1, 2, 3}), sound());
        assertThat(report.findings()).extracting(RecheckFinding::lint).containsExactly("Unreadable");
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.complete()).isTrue();
    }

    @Test
    void keepsAHundredFindingsAndCountsAll() throws Exception {
        List<StoredCertificate> many = Collections.nCopies(150, with(sound(), new byte[] {1}));
        RecheckReport report = recheck(many.toArray(StoredCertificate[]::new));
        assertThat(report.findings()).hasSize(100);
        assertThat(report.flawed()).isEqualTo(150);
    }

    @Test
    void saysWhenNotAllCouldBeRead() throws Exception {
        StoredCertificate first = sound();
        RecheckReport report = recheck(consumer -> {
            consumer.accept(first);
            throw new IllegalStateException("the disk is gone");
        });
        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(report.isSound()).isFalse();
    }

    @Nested
    class WithABlockedKey {

        private final StoredCertificate stored;

        WithABlockedKey() throws Exception {
            stored = sound();
            blocked.block(
                    PublicKeys.sha256(
                            PublicKeys.of(Certificates.read(stored.der()).getPublicKey())),
                    "key compromise",
                    Instant.EPOCH);
        }

        @Test
        void findsACertificateThatIsNotRevoked() throws Exception {
            assertThat(recheck(stored, sound()).findings())
                    .extracting(RecheckFinding::serialNumber, RecheckFinding::lint)
                    .containsExactly(tuple(stored.serialNumber(), "BlockedKey"));
        }

        @Test
        void letsARevokedOneBe() throws Exception {
            assertThat(recheck(revoked(stored)).isSound()).isTrue();
        }
    }

    @Nested
    class WhileAWalkIsUnderWay {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private final AtomicInteger walks = new AtomicInteger();
        private final AtomicInteger handedOver = new AtomicInteger();
        private final CertificateRecheck recheck;

        WhileAWalkIsUnderWay() throws Exception {
            StoredCertificate stored = sound();
            recheck = over(consumer -> {
                walks.incrementAndGet();
                begun.countDown();
                await(release);
                for (int count = 0; count < 3; count++) {
                    handedOver.incrementAndGet();
                    consumer.accept(stored);
                }
            });
            recheck.run(DAY);
            await(begun);
        }

        @Test
        void hasNoReportAndNobodyWaits() throws Exception {
            assertThat(recheck.lastReport()).isEmpty();
            finish();
        }

        @Test
        void theNextDayGetsNone() throws Exception {
            recheck.run(DAY.plusDays(1));
            assertThat(finish().day()).isEqualTo(DAY);
            assertThat(walks).hasValue(1);
        }

        @Test
        void itEndsAtTheNextCertificateWhenTheSystemStops() throws Exception {
            Thread closing = Thread.ofPlatform().start(() -> {
                try {
                    recheck.close();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            until(() -> closing.getState() == Thread.State.TIMED_WAITING);
            release.countDown();
            closing.join(10_000);
            assertThat(handedOver).hasValue(1);
            assertThat(recheck.lastReport()).isEmpty();
        }

        private RecheckReport finish() throws Exception {
            release.countDown();
            until(() -> recheck.lastReport().isPresent());
            recheck.close();
            return recheck.lastReport().orElseThrow();
        }
    }

    private RecheckReport recheck(StoredCertificate... stored) throws Exception {
        return recheck(consumer -> List.of(stored).forEach(consumer));
    }

    private RecheckReport recheck(StoredCertificates stored) throws Exception {
        try (CertificateRecheck recheck = over(stored)) {
            recheck.run(DAY);
            until(() -> recheck.lastReport().isPresent());
            return recheck.lastReport().orElseThrow();
        }
    }

    private CertificateRecheck over(StoredCertificates stored) {
        CertificateAuthority authority = TestIssuer.authorityOf(issuer, former);
        Linter linter = new Linter(
                TestAuthority.PROFILES, authority::issuers, TestAuthority.ORGANIZATION, TestAuthority.ADDRESSES);
        return new CertificateRecheck(stored, authority, linter, blocked, clock);
    }

    private static StoredCertificate sound() throws Exception {
        return issuer.issue(Orders.EXPIRES);
    }

    private static StoredCertificate revoked(StoredCertificate stored) {
        return new StoredCertificate(stored.serialNumber(), stored.requestId(), stored.der(), true);
    }

    private static StoredCertificate with(StoredCertificate stored, byte[] der) {
        return new StoredCertificate(stored.serialNumber(), stored.requestId(), der, stored.revoked());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
