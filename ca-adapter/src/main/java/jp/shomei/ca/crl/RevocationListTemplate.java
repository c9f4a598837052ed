package jp.shomei.ca.crl;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/** Fills in a revocation list, up to but without the signature (RFC 5280 section 5.1.2). */
final class RevocationListTemplate {

    private RevocationListTemplate() {}

    /**
     * The TBSCertList in DER.
     *
     * @param distributionPoints the addresses that the partition's certificates name; none for a complete list
     */
    static byte[] fill(
            X509Certificate issuer, PublishedList list, List<Revocation> revocations, List<String> distributionPoints) {
        V2TBSCertListGenerator content = new V2TBSCertListGenerator();
        content.setSignature(SigningAlgorithm.of(issuer).identifier());
        content.setIssuer(Certificates.structure(issuer).getSubject());
        content.setThisUpdate(ValidityDays.encode(list.thisUpdate()));
        content.setNextUpdate(ValidityDays.encode(list.nextUpdate()));
        try {
            for (Revocation revocation : revocations) {
                content.addCRLEntry(entry(revocation, list.thisUpdate()));
            }
            content.setExtensions(extensions(issuer, list.number(), distributionPoints));
            return content.generateTBSCertList().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("a revocation list could not be written", impossible);
        }
    }

    /** One entry. Another machine's clock may be ahead; nothing on the list was revoked after it. */
    private static ASN1Sequence entry(Revocation revocation, Instant thisUpdate) throws IOException {
        Instant revokedAt = revocation.revokedAt().isAfter(thisUpdate) ? thisUpdate : revocation.revokedAt();
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(SerialNumbers.of(revocation.serialNumber())));
        fields.add(ValidityDays.encode(revokedAt));
        if (revocation.reason() != RevocationReason.UNSPECIFIED) {
            fields.add(new Extensions(new Extension(
                    Extension.reasonCode,
                    false,
                    CRLReason.lookup(revocation.reason().code()).getEncoded("DER"))));
        }
        return new DERSequence(fields);
    }

    private static Extensions extensions(X509Certificate issuer, long number, List<String> distributionPoints)
            throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(KeyIdentifiers.ofIssuer(issuer)));
        extensions.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
        if (!distributionPoints.isEmpty()) {
            extensions.addExtension(
                    Extension.issuingDistributionPoint, true, Pointers.issuingDistributionPoint(distributionPoints));
        }
        return extensions.generate();
    }
}
