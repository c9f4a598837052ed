package jp.shomei.ca.lint;

import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * What a lint of revocation lists looks at.
 *
 * @param content the structure read from the bytes to be signed
 * @param issuer the issuing certificate
 * @param distributionPoint the address that the partition's certificates name; none for a complete list
 * @param now when it is signed
 * @param lifetime the longest time to the next list
 */
record ListToBeSigned(
        TBSCertList content,
        X509CertificateHolder issuer,
        @Nullable String distributionPoint,
        Instant now,
        Duration lifetime) {}
