package jp.shomei.ca.terminal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.TerminalServerLinter;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes keys and certificates of the server for terminals, which the authority signs itself. */
final class ServerCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificates.class);
    private static final int MOST_YEARS = 10;

    private final CertificateAuthority authority;
    private final TerminalServerLinter linter;
    private final String organization;
    private final SecureRandom random;

    ServerCertificates(CertificateAuthority authority, String organization, SecureRandom random) {
        this.authority = authority;
        this.linter = new TerminalServerLinter(organization);
        this.organization = organization;
        this.random = random;
    }

    /** The last moment of a certificate made on this day: ten years, but no longer than the issuer is valid. */
    Instant endFor(LocalDate day) {
        Instant end = ValidityDays.endOf(day.plusYears(MOST_YEARS).minusDays(1));
        Instant issuersEnd = authority.issuing().getNotAfter().toInstant();
        return end.isBefore(issuersEnd) ? end : issuersEnd;
    }

    /** A new identity, valid from this day on. */
    ServerIdentity make(ServerNames names, LocalDate day) {
        KeyPair keys = TerminalServerLinter.PROFILE.generateKeyPair(random);
        X509Certificate issuer = authority.issuing();
        BigInteger serialNumber = SerialNumbers.next(random);
        byte[] toBeSigned = fill(names, day, issuer, PublicKeys.of(keys.getPublic()), serialNumber);
        LOG.info("Signing {} for the terminals' port, {}", SerialNumbers.hex(serialNumber), names.names());
        X509Certificate certificate = Certificates.read(authority.sign(linter.lint(toBeSigned, issuer)));
        LOG.info("Signed {} for the terminals' port", SerialNumbers.hex(serialNumber));
        return new ServerIdentity(keys.getPrivate(), List.of(certificate, issuer));
    }

    private byte[] fill(
            ServerNames names,
            LocalDate day,
            X509Certificate issuer,
            SubjectPublicKeyInfo key,
            BigInteger serialNumber) {
        Instant start = ValidityDays.startOf(day);
        Instant issuersStart = issuer.getNotBefore().toInstant();
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(serialNumber));
        content.setSignature(SigningAlgorithm.of(issuer).identifier());
        content.setIssuer(Certificates.structure(issuer).getSubject());
        content.setStartDate(ValidityDays.encode(start.isBefore(issuersStart) ? issuersStart : start));
        content.setEndDate(ValidityDays.encode(endFor(day)));
        content.setSubject(Names.of(organization, TerminalServerLinter.COMMON_NAME));
        content.setSubjectPublicKeyInfo(key);
        try {
            content.setExtensions(extensions(names, issuer, key));
            return content.generateTBSCertificate().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate could not be written", impossible);
        }
    }

    private static Extensions extensions(ServerNames names, X509Certificate issuer, SubjectPublicKeyInfo key)
            throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        extensions.addExtension(Extension.subjectAlternativeName, false, names.asExtension());
        extensions.addExtension(
                Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyIdentifiers.of(key)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(
                                Certificates.structure(issuer).getExtensions())
                        .getKeyIdentifier()));
        return extensions.generate();
    }
}
