package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.fuzz.FuzzedEntrance;
import jp.shomei.ca.status.KnownSerials;

/**
 * A certificate that a terminal presents: one in DER, or changes of a genuine one, three octets each, where (two) and what
 * to. Only what the authority signed is accepted, and nothing makes the check fall over.
 */
class TerminalCertificateFuzzTest extends FuzzedEntrance {

    private static final int SEQUENCE = 0x30;
    private static final int CHANGE = 3;
    private static final MovableClock CLOCK = MovableClock.at(TestAuthority.DAY);
    private static final Register REGISTER = Register.empty();
    private static final X509Certificate GENUINE = REGISTER.signed("202103100000001");
    private static final TerminalTrust TRUST = new TerminalTrust(
            TestAuthority.authority(),
            new AwaitedCertificates(new KnownSerials(REGISTER.register, CLOCK), REGISTER.register),
            CLOCK);

    @Override
    protected void feed(byte[] input) throws Exception {
        X509Certificate presented;
        try {
            presented = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der(input)));
        } catch (CertificateException unreadable) {
            return; // the TLS library gets no further either
        }
        if (TRUST.accepts(presented)) {
            assertThat(presented.getTBSCertificate()).isEqualTo(GENUINE.getTBSCertificate());
        } else {
            assertThat(input).as("the genuine certificate is accepted").isNotEmpty();
        }
    }

    /** Checking signatures takes its time. */
    @Override
    protected int rounds() {
        return 1_500;
    }

    private static byte[] der(byte[] input) throws CertificateException {
        if (input.length > 0 && input[0] == SEQUENCE) {
            return input;
        }
        byte[] changed = GENUINE.getEncoded();
        for (int at = 0; at + CHANGE <= input.length; at += CHANGE) {
            int where = (Byte.toUnsignedInt(input[at]) << Byte.SIZE | Byte.toUnsignedInt(input[at + 1]));
            changed[where % changed.length] = input[at + 2];
        }
        return changed;
    }
}
