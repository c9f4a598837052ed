package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.token.SoftHsm;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.contracts.certificate.CompleteSigning;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authority whose issuing key is on a hardware token. */
class TokenAuthorityTest {

    private final SoftHsm hsm = SoftHsm.insert();
    private final DataSource database = TestAuthority.memoryDatabase();
    private final Path place;
    private HardwareToken token = new HardwareToken(hsm.settings());

    TokenAuthorityTest(@TempDir Path temporary) {
        this.place = temporary.resolve("ca");
    }

    @AfterEach
    void letGo() {
        token.close();
    }

    @Test
    void makesItsFirstIssuingKeyOnTheToken() {
        CertificateAuthority authority = start();
        assertThat(Issuance.of(authority, TestAuthority.DAY)).isNotNull();
        assertThat(place.resolve("issuing.p12")).doesNotExist();
        assertThat(place.resolve("issuing.crt")).exists();
    }

    @Test
    void signsLaterWhatWasDownloadedWhileTheTokenWasAway() throws Exception {
        try (Room room = Room.open(start(), "ec-p256")) {
            DownloadPkcs12 download = new DownloadPkcs12(
                    Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), "1234", "192.0.2.1");
            hsm.unplug();
            try {
                assertThatThrownBy(() -> send(room, download))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                        refused.refusal().code())
                                .isEqualTo(ErrorCode.SIGNING_UNAVAILABLE));
                assertThat(room.certificate.prepared(Orders.REQUEST_ID)).isPresent();
                assertThat(room.certificate.signatures()).isEmpty();
            } finally {
                hsm.plugIn();
            }

            send(room, new CompleteSigning(Orders.REQUEST_ID));

            assertThat(room.certificate.signatures()).hasSize(1);
            assertThat(send(room, download)).isInstanceOf(HandedOut.class);
            assertThat(room.certificate.signatures()).hasSize(1);
        }
    }

    @Test
    void startsWithoutTheTokenAndSaysSo() throws Exception {
        start();
        hsm.unplug();
        CertificateAuthority authority;
        try {
            authority = restart();
            assertThatThrownBy(authority::probe)
                    .isInstanceOf(SigningFailed.class)
                    .hasMessageContaining("the token " + hsm.label());
        } finally {
            hsm.plugIn();
        }
        authority.probe();
        assertThat(Issuance.of(authority, TestAuthority.DAY)).isNotNull();
    }

    @Test
    void doesNotStartWithAWrongPin() throws Exception {
        start();
        Files.writeString(hsm.pinFile(), "0000");
        assertThatThrownBy(this::restart)
                .isInstanceOf(AuthorityUnusable.class)
                .hasMessageContaining("refuses the PIN in " + hsm.pinFile() + "; look at that file");
    }

    @Test
    void doesNotStartWithATokenThatHasNotItsKey() {
        start();
        SoftHsm other = SoftHsm.insert();
        token.close();
        token = new HardwareToken(other.settings());
        assertThatThrownBy(this::authority)
                .isInstanceOf(AuthorityUnusable.class)
                .hasMessageContaining("the token holds no key named shomei-issuing-");
    }

    @Test
    void failsAtTheDeadlineOfASlowToken() throws Exception {
        start();
        token.close();
        token = new HardwareToken(hsm.settings(Duration.ofNanos(1)));
        CertificateAuthority authority = authority();
        byte[] draft = Issuance.draft(authority, TestAuthority.DAY);
        assertThatThrownBy(() -> Issuance.sign(authority, draft))
                .isInstanceOf(SigningFailed.class)
                .hasMessageContaining("does not answer within");
    }

    private CertificateAuthority start() {
        return authority();
    }

    private CertificateAuthority restart() {
        token.close();
        token = new HardwareToken(hsm.settings());
        return authority();
    }

    private CertificateAuthority authority() {
        AuthorityStart start = new AuthorityStart(
                new AuthorityRegister(database),
                AuthorityAlgorithm.EC_P384,
                token,
                MovableClock.at(TestAuthority.DAY),
                TestAuthority.RANDOM);
        return start.authority(start.directory(place, TestAuthority.ORGANIZATION));
    }

    private static Object send(Room room, Object command) {
        return room.gateway.sendAndWait(command, 60, TimeUnit.SECONDS);
    }
}
