package jp.shomei.ca.x509;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import jp.shomei.contracts.message.Sha256;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Key identifiers by RFC 7093 section 2, method 1: the leftmost 160 bits of the SHA-256 digest of the key's bits. */
public final class KeyIdentifiers {

    private static final int LENGTH = 20;

    private KeyIdentifiers() {}

    /** The identifier of a public key, 20 bytes. */
    public static byte[] of(SubjectPublicKeyInfo key) {
        return Arrays.copyOf(Sha256.of(key.getPublicKeyData().getBytes()), LENGTH);
    }

    /** The identifier that an issuing certificate gives its key (RFC 5280 section 4.2.1.2). */
    public static byte[] ofIssuer(X509Certificate issuer) {
        return SubjectKeyIdentifier.fromExtensions(
                        Certificates.structure(issuer).getExtensions())
                .getKeyIdentifier();
    }

    /** The same in lower-case hexadecimal, by which an issuer is called in addresses and tables. */
    public static String hexOfIssuer(X509Certificate issuer) {
        return HexFormat.of().formatHex(ofIssuer(issuer));
    }
}
