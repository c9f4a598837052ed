package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * The point of an elliptic-curve key lies on its curve, in the curve's large group, and is not the point at infinity (NIST
 * SP 800-56A section 5.6.2.3.3). Curves without a name are another check's matter.
 */
final class CsrCurvePointCheck implements CsrCheck {

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
        return curve(key).filter(curve -> !holds(key, curve)).map(elsewhere -> FieldRule.CSR_KEY_WEAK);
    }

    private static Optional<X9ECParameters> curve(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                        && key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier name
                ? Optional.ofNullable(ECNamedCurveTable.getByOID(name))
                : Optional.empty();
    }

    private static boolean holds(SubjectPublicKeyInfo key, X9ECParameters curve) {
        try {
            ECPoint point = curve.getCurve().decodePoint(key.getPublicKeyData().getBytes());
            return !point.isInfinity() && point.isValid();
        } catch (RuntimeException noPoint) {
            return false;
        }
    }
}
