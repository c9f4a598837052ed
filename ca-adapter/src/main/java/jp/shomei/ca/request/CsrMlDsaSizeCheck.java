package jp.shomei.ca.request;

import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** An ML-DSA key has exactly the octets of its parameter set, which its algorithm alone names (FIPS 204, RFC 9881). */
final class CsrMlDsaSizeCheck implements CsrCheck {

    private static final Map<ASN1ObjectIdentifier, Integer> OCTETS = Map.of(
            NISTObjectIdentifiers.id_ml_dsa_44, 1312,
            NISTObjectIdentifiers.id_ml_dsa_65, 1952,
            NISTObjectIdentifiers.id_ml_dsa_87, 2592);

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
        Integer octets = OCTETS.get(key.getAlgorithm().getAlgorithm());
        return CsrCheck.unless(
                octets == null
                        || key.getAlgorithm().getParameters() == null
                                && key.getPublicKeyData().getPadBits() == 0
                                && key.getPublicKeyData().getBytes().length == octets,
                FieldRule.CSR_KEY);
    }
}
