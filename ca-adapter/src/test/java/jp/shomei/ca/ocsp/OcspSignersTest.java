package jp.shomei.ca.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import jp.shomei.ca.AuthorityThatMayFail;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.TwoIssuers;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.service.ServiceCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class OcspSignersTest {

    private static final Duration LONG_PAST_PATIENCE = Duration.ofSeconds(6);
    private static final X509Certificate ISSUER = TestAuthority.authority().issuing();

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told = Register.empty();
    private final AuthorityThatMayFail authority = new AuthorityThatMayFail();
    private OcspSigners signers = signers(authority);

    @AfterEach
    void close() {
        authority.hanging.countDown();
        signers.close();
    }

    @Test
    void areMadeAtTheStartBeforeAnybodyAsks() {
        signers.start();
        await(() -> signers.known(ISSUER).isPresent());
    }

    @Test
    void areNotMadeByWhoeverOnlyLooks() {
        assertThat(signers.known(ISSUER)).isEmpty();
        assertThat(signers.known(ISSUER)).isEmpty();
        assertThat(intents()).isZero();
    }

    @Nested
    class WhileTheKeyHangs {

        @Test
        void aSignerThatIsStillValidIsThereAtOnce() {
            await(TestSigner.isThere(signers));
            X509Certificate before = signers.of(ISSUER).certificate();
            authority.hanging = new CountDownLatch(1);
            clock.advance(Duration.ofDays(20));

            long begin = System.nanoTime();
            for (int caller = 0; caller < 100; caller++) {
                assertThat(signers.of(ISSUER).certificate()).isEqualTo(before);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));

            authority.hanging.countDown();
            await(() -> !signers.of(ISSUER).certificate().equals(before));
        }

        @Test
        void callersWithoutASignerWaitTogetherAndNotForLong() {
            authority.hanging = new CountDownLatch(1);
            long begin = System.nanoTime();
            for (int caller = 0; caller < 20; caller++) {
                assertThatThrownBy(() -> signers.of(ISSUER)).isInstanceOf(OcspRefused.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG_PAST_PATIENCE);
        }
    }

    @Test
    void haveOneNumberRegisteredHoweverOftenTheKeyIsAway() {
        authority.isAway = true;
        await(() -> {
            assertThatThrownBy(() -> signers.of(ISSUER)).isInstanceOf(OcspRefused.class);
            return authority.tries.get() >= 3;
        });
        assertThat(intents()).isEqualTo(1);

        authority.isAway = false;
        await(TestSigner.isThere(signers));
        assertThat(intents()).isZero();
    }

    @Nested
    class OfTwoIssuers {

        @TempDir
        Path place;

        private TwoIssuers two;

        @BeforeEach
        void make() {
            two = new TwoIssuers(place.resolve("ca"));
            signers = signers(two);
        }

        @Test
        void areMadeForOneWhileTheOthersKeyIsAway() {
            X509Certificate first = two.issuers().getFirst();
            X509Certificate second = two.issuers().getLast();
            two.away.add(first);
            assertThatThrownBy(() -> signers.of(first)).isInstanceOf(OcspRefused.class);
            assertThat(signers.of(second).issuer()).isEqualTo(second);
        }
    }

    /** How many numbers were registered for which there is no certificate. */
    private int intents() {
        return JdbcClient.create(told.database)
                .sql("SELECT COUNT(*) FROM issued_certificate WHERE certificate IS NULL")
                .query(Integer.class)
                .single();
    }

    private OcspSigners signers(CertificateAuthority authority) {
        return new OcspSigners(
                authority,
                new ServiceCertificates(
                        authority,
                        told.register,
                        told.database,
                        TestAuthority.ORGANIZATION,
                        TestAuthority.ADDRESSES,
                        clock,
                        TestAuthority.RANDOM),
                clock,
                TestAuthority.RANDOM);
    }

    private static void await(BooleanSupplier condition) {
        TestSigner.await(condition);
    }
}
