package jp.shomei.ca.lint;

import jp.shomei.ca.profile.CertificateProfile;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a lint looks at.
 *
 * @param content the structure read from the bytes to be signed
 * @param profile the profile its key fits
 * @param issuer the issuing certificate
 * @param organization the organization in every holder's name
 */
record ToBeSigned(
        TBSCertificate content, CertificateProfile profile, X509CertificateHolder issuer, String organization) {}
