package jp.shomei.ca.x509;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** How an issuer signs. It follows from the issuer's key: each kind of key has exactly one algorithm. */
public enum SigningAlgorithm {
    /** RSA, PKCS#1 version 1.5, its parameters NULL (RFC 4055 section 5). */
    RSA_WITH_SHA_256(
            "SHA256withRSA",
            PKCSObjectIdentifiers.rsaEncryption,
            null,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)),
    /** ECDSA on P-256 (RFC 5758 section 3.2). */
    ECDSA_WITH_SHA_256(
            "SHA256withECDSA",
            X9ObjectIdentifiers.id_ecPublicKey,
            SECObjectIdentifiers.secp256r1,
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)),
    /** ECDSA on P-384 (RFC 5758 section 3.2). */
    ECDSA_WITH_SHA_384(
            "SHA384withECDSA",
            X9ObjectIdentifiers.id_ecPublicKey,
            SECObjectIdentifiers.secp384r1,
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384)),
    /** ML-DSA-65 of FIPS 204, not pre-hashed (RFC 9881). */
    ML_DSA_65(
            "ML-DSA-65",
            NISTObjectIdentifiers.id_ml_dsa_65,
            null,
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65));

    private final String javaName;
    private final ASN1ObjectIdentifier keyAlgorithm;
    private final @Nullable ASN1ObjectIdentifier curve;
    private final AlgorithmIdentifier identifier;

    SigningAlgorithm(
            String javaName,
            ASN1ObjectIdentifier keyAlgorithm,
            @Nullable ASN1ObjectIdentifier curve,
            AlgorithmIdentifier identifier) {
        this.javaName = javaName;
        this.keyAlgorithm = keyAlgorithm;
        this.curve = curve;
        this.identifier = identifier;
    }

    /**
     * The algorithm of an issuing certificate's key.
     *
     * @throws IllegalArgumentException if it is of no kind that issues here
     */
    public static SigningAlgorithm of(X509Certificate issuer) {
        return of(PublicKeys.of(issuer.getPublicKey()))
                .orElseThrow(() -> new IllegalArgumentException("a key of this kind issues nothing: "
                        + issuer.getPublicKey().getAlgorithm()));
    }

    /** The algorithm of a key; empty for a key that issues nothing here. */
    public static Optional<SigningAlgorithm> of(SubjectPublicKeyInfo key) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.fits(key.getAlgorithm()))
                .findFirst();
    }

    /** As it stands in certificates and revocation lists, twice: among the signed bytes and beside the signature. */
    public AlgorithmIdentifier identifier() {
        return identifier;
    }

    /** As Java's providers call it. */
    public String javaName() {
        return javaName;
    }

    private boolean fits(AlgorithmIdentifier key) {
        @Nullable ASN1Encodable parameters = key.getParameters();
        return key.getAlgorithm().equals(keyAlgorithm) && (curve == null || curve.equals(parameters));
    }
}
