package jp.shomei.ca.escrow;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import jp.shomei.ca.x509.BouncyCastle;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;

/** A key pair as bytes: SubjectPublicKeyInfo and PKCS#8 private key, in one DER sequence. */
final class KeyPairFormat {

    private KeyPairFormat() {}

    static byte[] write(KeyPair pair) throws IOException {
        return new DERSequence(new ASN1Encodable[] {
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                    PrivateKeyInfo.getInstance(shortest(pair.getPrivate()).getEncoded())
                })
                .getEncoded();
    }

    static KeyPair read(byte[] encoded) throws IOException, GeneralSecurityException {
        ASN1Sequence parts = ASN1Sequence.getInstance(encoded);
        SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(parts.getObjectAt(0));
        PrivateKeyInfo privateKey = PrivateKeyInfo.getInstance(parts.getObjectAt(1));
        ASN1ObjectIdentifier algorithm = publicKey.getAlgorithm().getAlgorithm();
        if (algorithm.equals(NISTObjectIdentifiers.id_ml_dsa_65)) {
            return new KeyPair(
                    BouncyCastle.publicKey(publicKey),
                    BouncyCastle.privateKey(PrivateKeyInfoFactory.createPrivateKeyInfo(
                            ((MLDSAPrivateKeyParameters) PrivateKeyFactory.createKey(privateKey))
                                    .getParametersWithFormat(MLDSAPrivateKeyParameters.BOTH))));
        }
        KeyFactory factory =
                KeyFactory.getInstance(PKCSObjectIdentifiers.rsaEncryption.equals(algorithm) ? "RSA" : "EC");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(publicKey.getEncoded())),
                factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded())));
    }

    /** Of an ML-DSA key its seed of 32 bytes, from which the 4,032 bytes of the key follow (FIPS 204 section 6.1). */
    private static PrivateKey shortest(PrivateKey key) {
        return key instanceof MLDSAPrivateKey lattice ? lattice.getPrivateKey(true) : key;
    }
}
