package jp.shomei.ca.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a lint of revocation lists looks at.
 *
 * @param content the structure read from the bytes to be signed
 * @param issuer the issuing certificate
 * @param distributionPoints the addresses that the partition's certificates name; none for a complete list
 * @param now when it is signed
 * @param lifetime the longest time to the next list
 */
record ListToBeSigned(
        TBSCertList content,
        X509CertificateHolder issuer,
        List<String> distributionPoints,
        Instant now,
        Duration lifetime) {}
