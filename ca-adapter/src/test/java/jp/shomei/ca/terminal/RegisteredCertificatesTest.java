package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.status.Registration;
import jp.shomei.ca.status.Revocation;
import jp.shomei.contracts.certificate.RevocationReason;
import org.junit.jupiter.api.Test;

class RegisteredCertificatesTest {

    private static final String SERIAL = "7a01";
    private static final String REQUEST_ID = "202103100000001";
    private static final Instant NOW = Instant.parse("2021-03-10T00:00:00Z");
    private static final Registration HOLDER =
            new Registration(SERIAL, "issuer", REQUEST_ID, 1, "key", null, NOW.plusSeconds(100_000_000));

    private final CertificateRegister register = new CertificateRegister(TestAuthority.memoryDatabase());
    private final KnownSerials serials = new KnownSerials(register, MovableClock.at(TestAuthority.DAY));
    private final RegisteredCertificates certificates = new RegisteredCertificates(serials, register);

    @Test
    void areGoodOnceTheyAreSigned() {
        assertThat(certificates.isGood(SERIAL)).isFalse();
        register.prepared(HOLDER);
        assertThat(certificates.isGood(SERIAL)).isFalse();
        register.signed(HOLDER, new byte[] {1});
        assertThat(certificates.isGood(SERIAL)).isTrue();
    }

    @Test
    void areNotGoodOnceTheyAreRevoked() {
        register.signed(HOLDER, new byte[] {1});
        register.revoked(new Revocation(SERIAL, NOW, RevocationReason.KEY_COMPROMISE), "key", REQUEST_ID, "issuer");
        assertThat(certificates.isGood(SERIAL)).isFalse();
    }

    @Test
    void tellTheirRequestIdUnlessTheyAreAServices() {
        register.signed(HOLDER, new byte[] {1});
        register.signed(
                new Registration("7a02", "issuer", null, null, "key", null, NOW.plusSeconds(1)), new byte[] {1});
        assertThat(certificates.requestIdOf(SERIAL)).contains(REQUEST_ID);
        assertThat(certificates.requestIdOf("7a02")).isEmpty();
        assertThat(certificates.requestIdOf("7a03")).isEmpty();
    }
}
