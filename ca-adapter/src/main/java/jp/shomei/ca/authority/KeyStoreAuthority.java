package jp.shomei.ca.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import jp.shomei.ca.lint.LintedCertificate;
import jp.shomei.ca.x509.Certificates;
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
    public X509Certificate sign(LintedCertificate linted) {
        byte[] toBeSigned = linted.redeem();
        try {
            Signature signature = Signature.getInstance(AuthorityCertificate.SIGNATURE);
            signature.initSign(key);
            signature.update(toBeSigned);
            X509Certificate certificate = assemble(toBeSigned, signature.sign());
            // a fault in the computation must not leave this room: a wrong RSA signature can betray the key
            certificate.verify(issuing.getPublicKey());
            if (!Arrays.equals(certificate.getTBSCertificate(), toBeSigned)) {
                throw new SigningFailed("the certificate does not hold the bytes that were signed");
            }
            return certificate;
        } catch (GeneralSecurityException | ProviderException | IOException | IllegalArgumentException failed) {
            throw new SigningFailed("the issuing key could not be used", failed);
        }
    }

    private static X509Certificate assemble(byte[] toBeSigned, byte[] signature) throws IOException {
        ASN1Encodable[] parts = {ASN1Primitive.fromByteArray(toBeSigned), ALGORITHM, new DERBitString(signature)};
        return Certificates.read(new DERSequence(parts).getEncoded());
    }
}
