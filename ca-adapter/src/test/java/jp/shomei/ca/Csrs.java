package jp.shomei.ca;

import java.io.StringWriter;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certification requests as holders send them. */
public final class Csrs {

    private Csrs() {}

    /** For this key, signed with it. */
    public static String of(KeyPair keys) throws Exception {
        return of(keys, keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
    }

    /** For this key, signed with it by this algorithm. */
    public static String of(KeyPair keys, String algorithm) throws Exception {
        return signed(keys, new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()));
    }

    /** For this key, signed by somebody. */
    public static String signed(KeyPair keys, ContentSigner signer) throws Exception {
        return pem(
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=whatever"), keys.getPublic()).build(signer));
    }

    /** For this key, whatever it is, signed by somebody. */
    public static PKCS10CertificationRequest request(SubjectPublicKeyInfo key, ContentSigner signer) {
        return new PKCS10CertificationRequestBuilder(new X500Name("CN=whatever"), key).build(signer);
    }

    /** As holders send it. */
    public static String pem(PKCS10CertificationRequest request) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(request);
        }
        return text.toString();
    }
}
