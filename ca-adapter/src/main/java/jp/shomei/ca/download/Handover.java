package jp.shomei.ca.download;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningStep;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * From an order to what leaves the room: the key, the certificate signed for it, and the record of the hand-out, which
 * comes before the hand-out itself. Callers hold the certificate's lock and are outside any unit of work.
 */
public final class Handover {

    private final EscrowedHolderKeys holderKeys;
    private final UsedKeys usedKeys;
    private final CertificateSigning signing;
    private final CertificateAuthority authority;
    private final SigningSteps steps;

    public Handover(
            EscrowedHolderKeys holderKeys,
            UsedKeys usedKeys,
            CertificateSigning signing,
            CertificateAuthority authority,
            SigningSteps steps) {
        this.holderKeys = holderKeys;
        this.usedKeys = usedKeys;
        this.signing = signing;
        this.authority = authority;
        this.steps = steps;
    }

    /**
     * Hands out certificate and private key, as PKCS#12.
     *
     * @throws Refused with {@link ErrorCode#CERTIFICATE_HAS_ANOTHER_KEY} if the holder sent a key of its own before, with
     *     {@link ErrorCode#KEY_NOT_KEPT} if the key is not there any more, and whatever the signing refuses
     */
    public HandedOut pkcs12(DownloadOrder order, char[] password, Commands commands) {
        KeyPair pair = holderKeys.of(order);
        X509Certificate certificate = certificate(order, HolderKey.madeHere(pair.getPublic()), commands);
        byte[] file = Pkcs12File.of(order.requestId(), pair.getPrivate(), authority.chainOf(certificate), password);
        return record(order, DownloadForm.PKCS12, file, commands);
    }

    /**
     * Hands out the certificate of a key the holder made, with its chain, in PEM.
     *
     * @throws Refused with {@link ErrorCode#CERTIFICATE_HAS_ANOTHER_KEY} if it was prepared for another key, with
     *     {@link ErrorCode#KEY_REUSED} if the key is that of another certificate, and whatever the signing refuses
     */
    public HandedOut pem(DownloadOrder order, SubjectPublicKeyInfo key, Commands commands) {
        X509Certificate certificate = certificate(order, HolderKey.sent(key), commands);
        holderKeys.discard(order);
        byte[] file = Certificates.pem(authority.chainOf(certificate)).getBytes(StandardCharsets.US_ASCII);
        return record(order, DownloadForm.PEM, file, commands);
    }

    /** Keys that the authority made are claimed too: their holders could send them again in a request. */
    private X509Certificate certificate(DownloadOrder order, HolderKey key, Commands commands) {
        if (order.signing().prepared() == null
                && !usedKeys.claim(key.sha256(), order.requestId(), order.generation())) {
            throw Refused.because(ErrorCode.KEY_REUSED);
        }
        return signing.certificateFor(order, key, commands);
    }

    private HandedOut record(DownloadOrder order, DownloadForm form, byte[] file, Commands commands) {
        Recorded recorded = commands.ask(new RecordDownload(order.requestId(), form), Recorded.class);
        steps.reached(SigningStep.AFTER_HANDOVER, order.requestId());
        return new HandedOut(recorded, file);
    }
}
