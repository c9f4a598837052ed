package jp.shomei.ca.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.fuzz.FuzzedEntrance;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;

/**
 * An OCSP request: the answer is always an OCSPResponse, and never that something went wrong here. Inputs name the issuer,
 * whose key is another in every run, by letters in the place of its digests: {@code n} and {@code k} for name and key by
 * SHA-1, {@code N} and {@code K} by SHA-256; {@code S} is the number of a certificate that is good, {@code R} of one that is
 * revoked.
 */
class OcspFuzzTest extends FuzzedEntrance {

    private static final Register REGISTER = Register.empty();
    private static final MovableClock CLOCK = MovableClock.at(TestAuthority.DAY);
    private static final AnswerOcspRequestHandler RESPONDER = responder();
    private static final Map<String, String> REAL = real();
    private static final int MOST_ASKED = 20;
    /** Two certificates, two digests, and the parameters of a digest written or left out. */
    private static final int MOST_KEPT = 8;

    @Override
    protected void feed(byte[] input) throws Exception {
        OcspAnswerView view = RESPONDER.handle(new AnswerOcspRequest(filledIn(input)));
        OCSPResp answer = new OCSPResp(view.response());
        assertThat(answer.getStatus()).isIn(OCSPResp.SUCCESSFUL, OCSPResp.MALFORMED_REQUEST, OCSPResp.UNAUTHORIZED);
        if (answer.getStatus() == OCSPResp.SUCCESSFUL) {
            check((BasicOCSPResp) answer.getResponseObject());
        }
        assertThat(RESPONDER.kept()).isLessThanOrEqualTo(MOST_KEPT);
    }

    /** Signing takes its time. */
    @Override
    protected int rounds() {
        return 3_000;
    }

    private static void check(BasicOCSPResp answer) {
        assertThat(answer.getResponses()).hasSizeBetween(1, MOST_ASKED);
        for (SingleResp single : answer.getResponses()) {
            assertThat(single.getNextUpdate()).isAfter(single.getThisUpdate());
        }
    }

    private static byte[] filledIn(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> each : REAL.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static AnswerOcspRequestHandler responder() {
        OcspSigners signers = new OcspSigners(
                TestAuthority.authority(),
                new ServiceCertificates(
                        TestAuthority.authority(),
                        REGISTER.register,
                        REGISTER.database,
                        TestAuthority.ORGANIZATION,
                        TestAuthority.ADDRESSES,
                        CLOCK,
                        TestAuthority.RANDOM),
                CLOCK,
                TestAuthority.RANDOM);
        return new AnswerOcspRequestHandler(
                TestAuthority.authority(),
                REGISTER.register,
                new RegisterCatchUp(() -> true),
                signers,
                CLOCK,
                Duration.ofHours(12));
    }

    private static Map<String, String> real() {
        Map<String, String> real = new LinkedHashMap<>();
        for (IssuerIdentifier issuer :
                IssuerIdentifier.of(TestAuthority.authority().issuing())) {
            boolean isSha1 = issuer.algorithm().equals(OIWObjectIdentifiers.idSHA1);
            put(real, isSha1 ? "n" : "N", issuer.name());
            put(real, isSha1 ? "k" : "K", issuer.key());
        }
        X509Certificate good = REGISTER.signed("202103100000001");
        put(real, "S", good.getSerialNumber().toByteArray());
        X509Certificate revoked = REGISTER.signed("202103100000002");
        REGISTER.revoke("202103100000002", revoked, RevocationReason.SUPERSEDED, CLOCK.instant());
        put(real, "R", revoked.getSerialNumber().toByteArray());
        return real;
    }

    private static void put(Map<String, String> real, String letter, byte[] octets) {
        real.put(letter.repeat(octets.length), new String(octets, StandardCharsets.ISO_8859_1));
    }
}
