package jp.shomei.ca.ocsp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import jp.shomei.ca.ocsp.OcspAnswer.Standing;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Writes and signs answers. A number that nobody issued may be issued in the next moment: that answer is short-lived. */
final class OcspScribe {

    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final Duration lifetime;

    /**
     * @param lifetime how long an answer may be relied on
     */
    OcspScribe(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** When an answer that is given now stops being good; never after its signer. */
    Instant end(State state, OcspSigner signer, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plus(state == State.UNKNOWN ? UNKNOWN_LIFETIME : lifetime);
        return end.isBefore(signer.end()) ? end : signer.end();
    }

    /**
     * An OCSPResponse in DER with what is known now. The responder is named by its key (RFC 6960 section 4.2.2.3).
     *
     * @param nonce to be sent back, if there was one
     */
    byte[] write(Map<CertID, Standing> standings, @Nullable Extension nonce, OcspSigner signer, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.SECONDS);
        try {
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(
                    PublicKeys.of(signer.certificate().getPublicKey()),
                    new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1));
            standings.forEach((certificate, standing) -> answer.addResponse(
                    new CertificateID(certificate),
                    status(standing),
                    Date.from(begin),
                    Date.from(end(standing.state(), signer, now)),
                    null));
            if (nonce != null) {
                answer.setResponseExtensions(new Extensions(nonce));
            }
            X509CertificateHolder[] chain = {Certificates.structure(signer.certificate())};
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    new JcaContentSignerBuilder(SIGNATURE).build(signer.key()),
                                    chain,
                                    Date.from(begin)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | IOException failed) {
            throw new IllegalStateException("an answer could not be signed", failed);
        }
    }

    private static @Nullable CertificateStatus status(Standing standing) {
        return switch (standing.state()) {
            case GOOD -> CertificateStatus.GOOD;
            case REVOKED -> standing.revocation().map(OcspScribe::revoked).orElseThrow();
            case UNKNOWN -> new UnknownStatus();
        };
    }

    private static CertificateStatus revoked(Revocation revocation) {
        ASN1GeneralizedTime at =
                new ASN1GeneralizedTime(Date.from(revocation.revokedAt().truncatedTo(ChronoUnit.SECONDS)));
        RevocationReason reason = revocation.reason();
        return new RevokedStatus(
                new RevokedInfo(at, reason == RevocationReason.UNSPECIFIED ? null : CRLReason.lookup(reason.code())));
    }
}
