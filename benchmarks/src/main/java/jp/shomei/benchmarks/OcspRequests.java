package jp.shomei.benchmarks;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Questions about one certificate, in DER. */
final class OcspRequests {

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final CertificateID certificate;

    private OcspRequests(CertificateID certificate) {
        this.certificate = certificate;
    }

    static OcspRequests of(X509Certificate issuer, X509Certificate holder) throws Exception {
        return new OcspRequests(new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                holder.getSerialNumber()));
    }

    /** About a certificate that the program issues for this. */
    static OcspRequests ofOneHolder(Program program) throws Exception {
        Clinics clinic = new Clinics(program);
        String requestId = clinic.apply(clinic.register(1), true);
        HandedOut handedOut = program.send(
                new DownloadPkcs12(requestId, clinic.referenceId(requestId), "2468", "127.0.0.1"), HandedOut.class);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(handedOut.file()), "2468".toCharArray());
        Certificate[] chain = store.getCertificateChain(store.aliases().nextElement());
        return of((X509Certificate) chain[1], (X509Certificate) chain[0]);
    }

    /** As most programs ask, so that one answer serves all. */
    byte[] plain() throws Exception {
        return new OCSPReqBuilder().addRequest(certificate).build().getEncoded();
    }

    /** With a nonce, so that it needs an answer of its own. */
    byte[] withNonce() throws Exception {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new OCSPReqBuilder()
                .addRequest(certificate)
                .setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())))
                .build()
                .getEncoded();
    }
}
