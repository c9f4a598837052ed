package jp.shomei.ca.escrow;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A key pair as bytes: SubjectPublicKeyInfo and PKCS#8 private key, in one DER sequence. */
final class KeyPairFormat {

    private KeyPairFormat() {}

    static byte[] write(KeyPair pair) throws IOException {
        return new DERSequence(new ASN1Encodable[] {
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                    PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                })
                .getEncoded();
    }

    static KeyPair read(byte[] encoded) throws IOException, GeneralSecurityException {
        ASN1Sequence parts = ASN1Sequence.getInstance(encoded);
        SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(parts.getObjectAt(0));
        PrivateKeyInfo privateKey = PrivateKeyInfo.getInstance(parts.getObjectAt(1));
        boolean rsa = PKCSObjectIdentifiers.rsaEncryption.equals(
                publicKey.getAlgorithm().getAlgorithm());
        KeyFactory factory = KeyFactory.getInstance(rsa ? "RSA" : "EC");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(publicKey.getEncoded())),
                factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded())));
    }
}
