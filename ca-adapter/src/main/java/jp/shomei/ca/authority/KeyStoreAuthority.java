package jp.shomei.ca.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import jp.shomei.ca.lint.Linted;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** An authority whose issuing key is in this process. */
final class KeyStoreAuthority implements CertificateAuthority {

    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private final X509Certificate root;
    private final X509Certificate issuing;
    private final PrivateKey key;

    KeyStoreAuthority(X509Certificate root, X509Certificate issuing, PrivateKey key) {
        this.root = root;
        this.issuing = issuing;
        this.key = key;
    }

    @Override
    public X509Certificate root() {
        return root;
    }

    @Override
    public X509Certificate issuing() {
        return issuing;
    }

    @Override
    public List<X509Certificate> issuers() {
        return List.of(issuing);
    }

    @Override
    public byte[] sign(Linted linted) {
        byte[] toBeSigned = linted.redeem();
        if (!linted.issuer().equals(issuing)) {
            throw new SigningFailed("the key of this issuer is not here");
        }
        try {
            Signature signature = Signature.getInstance(AuthorityCertificate.SIGNATURE);
            signature.initSign(key);
            signature.update(toBeSigned);
            byte[] signed = signature.sign();
            // a fault in the computation must not leave this room: a wrong RSA signature can betray the key
            signature.initVerify(issuing.getPublicKey());
            signature.update(toBeSigned);
            if (!signature.verify(signed)) {
                throw new SigningFailed("the signature is wrong");
            }
            return assemble(toBeSigned, signed);
        } catch (GeneralSecurityException | ProviderException | IOException failed) {
            throw new SigningFailed("the issuing key could not be used", failed);
        }
    }

    private static byte[] assemble(byte[] toBeSigned, byte[] signature) throws IOException {
        ASN1Encodable[] parts = {ASN1Primitive.fromByteArray(toBeSigned), ALGORITHM, new DERBitString(signature)};
        return new DERSequence(parts).getEncoded("DER");
    }
}
