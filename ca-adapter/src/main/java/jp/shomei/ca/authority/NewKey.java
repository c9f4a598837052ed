package jp.shomei.ca.authority;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/**
 * An issuing key that no root has signed yet.
 *
 * @param name what its authority is to be called
 * @param publicKey its public half
 * @param key what signs with it
 * @param algorithm how
 */
record NewKey(X500Name name, SubjectPublicKeyInfo publicKey, AuthorityKey key, SigningAlgorithm algorithm) {

    private static final int YEARS = 1;

    /** Keeps name and key together until the root has signed; key stores hold no key without a certificate. */
    X509Certificate stub(LocalDate day, SecureRandom random) throws IOException {
        return new AuthorityCertificate(name, publicKey, day, YEARS, new BasicConstraints(false))
                .signedBy(name, publicKey, new AuthoritySigner(key, algorithm), random);
    }

    /** Asks for its certificate (PKCS#10, RFC 2986). */
    PKCS10CertificationRequest request() {
        return new PKCS10CertificationRequestBuilder(name, publicKey).build(new AuthoritySigner(key, algorithm));
    }
}
