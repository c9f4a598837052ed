package jp.shomei.ca.request;

import java.util.Optional;
import java.util.Set;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** The request is signed by its own key, with a digest of the SHA-2 family or ML-DSA: whoever sent it holds the private key. */
final class CsrSignatureCheck implements CsrCheck {

    private static final Set<ASN1ObjectIdentifier> ALGORITHMS = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            NISTObjectIdentifiers.id_ml_dsa_65);

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return CsrCheck.unless(
                ALGORITHMS.contains(request.getSignatureAlgorithm().getAlgorithm()) && isSigned(request),
                FieldRule.CSR_SIGNATURE);
    }

    private static boolean isSigned(PKCS10CertificationRequest request) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(request.getSubjectPublicKeyInfo()));
        } catch (OperatorCreationException | PKCSException | RuntimeException unverifiable) {
            return false;
        }
    }
}
