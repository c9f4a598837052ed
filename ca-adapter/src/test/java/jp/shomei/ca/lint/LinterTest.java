package jp.shomei.ca.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.Names;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ec-p256", "ml-dsa-65"})
    void letsPassWhatIsRightInEverything(String profile) throws IOException {
        byte[] toBeSigned = Candidate.of(profile).encoded();
        assertThat(TestAuthority.linter().lint(toBeSigned).redeem()).isEqualTo(toBeSigned);
    }

    @Test
    void provesOnlyOnce() throws IOException {
        Linted linted = TestAuthority.linter().lint(Candidate.of("ec-p256").encoded());
        linted.redeem();
        assertThatThrownBy(linted::redeem)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signed already");
    }

    @Test
    void doesNotLetTheBytesBeChangedAfterwards() throws IOException {
        byte[] toBeSigned = Candidate.of("ec-p256").encoded();
        byte[] before = toBeSigned.clone();
        Linted linted = TestAuthority.linter().lint(toBeSigned);
        Arrays.fill(toBeSigned, (byte) 0);
        assertThat(linted.redeem()).isEqualTo(before);
    }

    @Nested
    class Encoding {

        @Test
        void refusesWhatIsNoCertificate() {
            assertThat(findings(new byte[] {0x30, 0x00}))
                    .singleElement()
                    .asString()
                    .startsWith("Linter: not a TBS");
        }

        @Test
        void refusesWhatFollowsTheCertificate() throws IOException {
            byte[] toBeSigned = Candidate.of("ec-p256").encoded();
            assertThat(findings(Arrays.copyOf(toBeSigned, toBeSigned.length + 1)))
                    .singleElement()
                    .asString()
                    .startsWith("Linter: not");
        }

        @Test
        void refusesAKeyOfNoProfile() throws IOException {
            Candidate candidate = Candidate.of("rsa-2048");
            candidate.key = rsa(BigInteger.ONE.shiftLeft(1023).setBit(0), BigInteger.valueOf(65_537));
            assertThat(findings(candidate.encoded())).containsExactly("Linter: the key fits no profile");
        }
    }

    @Nested
    class Head {

        @Test
        void refusesUniqueIdentifiers() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.uniqueId = true;
            assertOnly(candidate, "VersionLint");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "-340282366920938463463374607431768211456", "0"})
        void refusesSerialNumbersThatAreTooSmall(String serialNumber) throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.serialNumber = new BigInteger(serialNumber);
            assertOnly(candidate, "SerialNumberEntropyLint");
        }

        @Test
        void refusesASerialNumberOfTwentyOneOctets() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.serialNumber = BigInteger.ONE.shiftLeft(159);
            assertOnly(candidate, "SerialNumberEntropyLint");
        }

        @Test
        void takesASerialNumberOfTwentyOctets() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.serialNumber = BigInteger.ONE.shiftLeft(158);
            assertThat(TestAuthority.linter().lint(candidate.encoded())).isNotNull();
        }

        @Test
        void refusesAnotherSignatureAlgorithm() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption);
            assertOnly(candidate, "SignatureAlgorithmLint");
        }

        @Test
        void refusesAnotherIssuer() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.issuer = Names.of(TestAuthority.ORGANIZATION, "Online Billing NW Common Issuing CA G2");
            assertOnly(candidate, "IssuerNameLint");
        }
    }

    @Nested
    class Subject {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "C=JP,O=Medical Billing Authority,CN=453220885",
                    "C=JP,O=Medical Billing Authority,CN=www.example.jp",
                    "C=JP,O=Another Authority,CN=0110214822",
                    "C=US,O=Medical Billing Authority,CN=0110214822",
                    "O=Medical Billing Authority,C=JP,CN=0110214822",
                    "C=JP,O=Medical Billing Authority,OU=Terminal,CN=0110214822",
                    "C=JP,O=Medical Billing Authority",
                    "C=JP,O=Medical Billing Authority,CN=0110214822,CN=0110214822"
                })
        void refusesOtherNames(String name) throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.subject = new X500Name(name);
            assertOnly(candidate, "SubjectLint");
        }

        @Test
        void takesAnInsurerNumber() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.subject = Names.of(TestAuthority.ORGANIZATION, "01130012");
            assertThat(TestAuthority.linter().lint(candidate.encoded())).isNotNull();
        }
    }

    @Nested
    class Validity {

        @Test
        void refusesADayMoreThanTheProfileAllows() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.end = ValidityDays.endOf(LocalDate.of(2024, 6, 11));
            assertOnly(candidate, "ValidityWithinProfileLint");
        }

        @Test
        void refusesAnEndBeforeTheStart() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.start = ValidityDays.startOf(LocalDate.of(2021, 3, 12));
            candidate.end = ValidityDays.endOf(LocalDate.of(2021, 3, 11));
            assertOnly(candidate, "ValidityWithinProfileLint");
        }

        @Test
        void refusesAStartThatIsNotMidnightInJapan() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.start = candidate.start.plus(Duration.ofHours(9));
            assertOnly(candidate, "ValidityWithinProfileLint");
        }

        @Test
        void refusesAnEndThatIsNotTheLastSecondInJapan() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.end = candidate.end.minusSeconds(1);
            assertOnly(candidate, "ValidityWithinProfileLint");
        }

        @Test
        void refusesAStartBeforeTheIssuers() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.start = ValidityDays.startOf(LocalDate.of(2021, 3, 9));
            candidate.end = ValidityDays.endOf(LocalDate.of(2021, 3, 31));
            assertOnly(candidate, "ValidityWithinIssuerLint");
        }

        @Test
        void refusesAnEndAfterTheIssuers() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.start = ValidityDays.startOf(LocalDate.of(2036, 3, 1));
            candidate.end = ValidityDays.endOf(LocalDate.of(2036, 3, 10));
            assertOnly(candidate, "ValidityWithinIssuerLint");
        }

        @Test
        void takesTheIssuersLastDay() throws IOException {
            Candidate candidate = Candidate.of("ec-p256");
            candidate.start = ValidityDays.startOf(LocalDate.of(2036, 3, 1));
            candidate.end = ValidityDays.endOf(LocalDate.of(2036, 3, 9));
            assertThat(TestAuthority.linter().lint(candidate.encoded())).isNotNull();
        }
    }

    @Nested
    class Key {

        @Test
        void refusesAWeakExponent() throws IOException {
            RSAPublicKey strong =
                    RSAPublicKey.getInstance(Candidate.key("rsa-2048").parsePublicKey());
            SubjectPublicKeyInfo weak = rsa(strong.getModulus(), BigInteger.valueOf(3));
            assertOnly(Candidate.of("rsa-2048", weak), "PublicKeyStrengthLint");
        }

        @Test
        void refusesAnotherSpellingOfAKey() throws IOException {
            SubjectPublicKeyInfo key = Candidate.key("rsa-2048");
            SubjectPublicKeyInfo withoutNull = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), key.parsePublicKey());
            assertOnly(Candidate.of("rsa-2048", withoutNull), "PublicKeyStrengthLint");
        }
    }

    @Nested
    class InExtensions {

        @Test
        void refusesAnAuthority() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256").extension(Extension.basicConstraints, true, new BasicConstraints(true)),
                    "BasicConstraintsLint");
        }

        @Test
        void refusesMissingBasicConstraints() throws IOException {
            assertOnly(Candidate.of("ec-p256").without(Extension.basicConstraints), "BasicConstraintsLint");
        }

        @Test
        void refusesAKeyUsageThatIsNotTheProfiles() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)),
                    "KeyUsageLint");
        }

        @Test
        void refusesAKeyUsageThatIsNotCritical() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature)),
                    "KeyUsageLint");
        }

        @Test
        void refusesAnotherPurpose() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
                    "ExtendedKeyUsageLint");
        }

        @Test
        void refusesAnIdentifierOfAnotherKey() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[20])),
                    "SubjectKeyIdentifierLint");
        }

        @Test
        void refusesAnIdentifierOfAnotherIssuer() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20])),
                    "AuthorityKeyIdentifierLint");
        }

        @Test
        void refusesExtensionsNobodyAskedFor() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, "example.jp"))),
                    "KnownExtensionsLint");
        }

        @Test
        void refusesAnotherListOrNone() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.cRLDistributionPoints,
                                    false,
                                    Pointers.distributionPoint("http://ca.example.jp/ca/crl/00.crl")),
                    "DistributionPointLint");
            assertOnly(Candidate.of("ec-p256").without(Extension.cRLDistributionPoints), "DistributionPointLint");
        }

        @Test
        void refusesAnotherResponderOrNone() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256")
                            .extension(
                                    Extension.authorityInfoAccess,
                                    false,
                                    Pointers.authorityInformationAccess(
                                            "http://ca.example.jp/ocsp", "http://ca.example.jp/ca/crt/00.crt")),
                    "AuthorityInformationAccessLint");
            assertOnly(
                    Candidate.of("ec-p256").without(Extension.authorityInfoAccess), "AuthorityInformationAccessLint");
        }

        @Test
        void refusesAddressesThatDoNotBelongTogether() throws IOException {
            Candidate elsewhere = Candidate.of("ec-p256")
                    .extension(
                            Extension.authorityInfoAccess,
                            false,
                            Pointers.authorityInformationAccess(
                                    "http://elsewhere.example.jp/ocsp", "http://ca.example.jp/ca/crt/00.crt"));
            assertThat(findings(elsewhere.encoded())).hasSize(2);
        }

        @Test
        void acceptsThePublicUrlOfWhenItWasDrafted() throws IOException {
            PublicAddresses before = new PublicAddresses(URI.create("https://before.example.jp"), 1);
            String issuer = KeyIdentifiers.hexOfIssuer(TestAuthority.authority().issuing());
            Candidate drafted = Candidate.of("ec-p256")
                    .extension(
                            Extension.cRLDistributionPoints,
                            false,
                            Pointers.distributionPoint(before.list(issuer, null)))
                    .extension(
                            Extension.authorityInfoAccess,
                            false,
                            Pointers.authorityInformationAccess(before.ocsp(), before.issuer(issuer)));
            assertThat(findings(drafted.encoded())).isEmpty();
        }

        @Test
        void refusesAnExtensionThatCannotBeRead() throws IOException {
            assertOnly(
                    Candidate.of("ec-p256").extension(Extension.keyUsage, true, new DEROctetString(new byte[] {1})),
                    "KeyUsageLint");
        }
    }

    private static void assertOnly(Candidate candidate, String lint) throws IOException {
        assertThat(findings(candidate.encoded())).singleElement().asString().startsWith(lint + ": ");
    }

    private static List<String> findings(byte[] toBeSigned) {
        try {
            TestAuthority.linter().lint(toBeSigned);
            return List.of();
        } catch (LintRefused refused) {
            return refused.findings();
        }
    }

    private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, org.bouncycastle.asn1.DERNull.INSTANCE),
                new RSAPublicKey(modulus, exponent));
    }
}
