package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.CertificateRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalIdentityTest {

    @TempDir
    static Path scratch;

    private final Path place = scratch.resolve(UUID.randomUUID().toString());
    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final DataSource database = TestAuthority.memoryDatabase();
    private final KeyOnALead authority = new KeyOnALead();

    /** The authority with a key that can be pulled. */
    private static final class KeyOnALead implements CertificateAuthority {

        private final CertificateAuthority whole = TestAuthority.authority();
        private boolean away;

        @Override
        public X509Certificate root() {
            return whole.root();
        }

        @Override
        public X509Certificate issuing() {
            return whole.issuing();
        }

        @Override
        public List<X509Certificate> issuers() {
            return whole.issuers();
        }

        @Override
        public byte[] sign(Linted linted) {
            if (away) {
                throw new SigningFailed("no contact with the key");
            }
            return whole.sign(linted);
        }
    }

    @Test
    void isNoBusinessOfADayOnWhichNobodyAskedForIt() {
        authority.away = true;
        TerminalIdentity identity = identity();
        identity.run(TestAuthority.DAY);
        assertThat(identity.concern()).isEmpty();
    }

    @Nested
    class WhileTheKeyIsAway {

        private final TerminalIdentity identity = identity();

        @BeforeEach
        void pullTheKey() {
            authority.away = true;
        }

        @Test
        void isNotReadyAndSaysWhy() {
            assertThat(identity.isReady()).isFalse();
            assertThat(identity.concern())
                    .hasValueSatisfying(why -> assertThat(why).contains("no contact with the key"));
        }

        @Test
        void isReadyOnceTheKeyIsBack() {
            assertThat(identity.isReady()).isFalse();
            authority.away = false;
            assertThat(identity.isReady()).isTrue();
            assertThat(identity.concern()).isEmpty();
        }

        @Test
        void isMadeByTheNextDailyRunOnceTheKeyIsBack() {
            assertThat(identity.isReady()).isFalse();
            authority.away = false;
            identity.run(TestAuthority.DAY);
            authority.away = true;
            assertThat(identity.isReady()).isTrue();
        }
    }

    @Nested
    class OnceThereIsOneAndTheKeyIsAway {

        private final TerminalIdentity identity = identity();
        private X509Certificate first = TestAuthority.authority().issuing();

        @BeforeEach
        void makeItAndPullTheKey() {
            first = shown(identity);
            authority.away = true;
        }

        @Test
        void isKeptWhenItNearsItsEndAndExchangedByTheDailyRunOnceTheKeyIsBack() {
            clock.advance(Duration.ofDays(3640));
            identity.run(TestAuthority.DAY);
            assertThat(shown(identity)).isEqualTo(first);
            assertThat(identity.concern()).isPresent();

            authority.away = false;
            identity.run(TestAuthority.DAY);
            assertThat(shown(identity)).isNotEqualTo(first);
            assertThat(identity.concern()).isEmpty();
        }

        @Test
        void servesAfterARestartThoughItNearsItsEnd() {
            clock.advance(Duration.ofDays(3640));
            assertThat(shown(identity())).isEqualTo(first);
        }

        @Test
        void servesNoMoreAfterARestartOnceItHasLapsed() {
            clock.advance(Duration.ofDays(3700));
            assertThat(identity().isReady()).isFalse();
        }
    }

    private static X509Certificate shown(TerminalIdentity identity) {
        assertThat(identity.isReady()).isTrue();
        return Objects.requireNonNull(((ShownIdentity) identity.keyManager()).getCertificateChain("terminal"))[0];
    }

    private TerminalIdentity identity() {
        return new TerminalIdentity(
                authority,
                new ServiceCertificates(
                        authority,
                        new CertificateRegister(database),
                        database,
                        TestAuthority.ORGANIZATION,
                        TestAuthority.ADDRESSES,
                        clock,
                        TestAuthority.RANDOM),
                directory(),
                new ServerNames(List.of("localhost")),
                clock,
                TestAuthority.RANDOM);
    }

    private SecretDirectory directory() {
        if (!SecretDirectory.isAbsent(place)) {
            return SecretDirectory.open(place);
        }
        return SecretDirectory.make(place, empty -> {
            byte[] password = TestAuthority.directory().read("key-store.password");
            empty.write("key-store.password", password);
        });
    }
}
