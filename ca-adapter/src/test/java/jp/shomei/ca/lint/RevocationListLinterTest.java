package jp.shomei.ca.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is right in everything, until a test spoils one thing. */
class RevocationListLinterTest {

    private static final String POINT = "http://ca.example.jp/ca/crl/ab-1.crl";
    private static final Duration LIFETIME = Duration.ofHours(72);

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private final List<DERSequence> entries = new ArrayList<>();
    private ASN1Integer version = new ASN1Integer(1);
    private AlgorithmIdentifier algorithm =
            SigningAlgorithm.of(TestAuthority.authority().issuing()).identifier();
    private X500Name issuer = TestAuthority.issuer().getSubject();
    private @Nullable Time thisUpdate = ValidityDays.encode(clock.instant());
    private @Nullable Time nextUpdate = ValidityDays.encode(clock.instant().plus(LIFETIME));
    private boolean withEmptyEntries;

    @BeforeEach
    void fill() throws IOException {
        extension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        KeyIdentifiers.ofIssuer(TestAuthority.authority().issuing())));
        extension(Extension.cRLNumber, false, new ASN1Integer(17));
        entry(10, clock.instant(), CRLReason.keyCompromise);
        entry(11, clock.instant(), null);
    }

    @Test
    void letsPassWhatIsRightInEverything() throws IOException {
        assertThat(findings(null)).isEmpty();
        extension(Extension.issuingDistributionPoint, true, Pointers.issuingDistributionPoint(List.of(POINT)));
        assertThat(findings(POINT)).isEmpty();
    }

    @Test
    void refusesVersionOne() throws IOException {
        version = new ASN1Integer(0);
        assertOnly("ListVersionLint");
    }

    @Test
    void refusesAnotherSignatureAlgorithm() throws IOException {
        algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption);
        assertOnly("ListSignatureAlgorithmLint");
    }

    @Test
    void refusesAnotherIssuer() throws IOException {
        issuer = new X500Name("C=JP,O=Somebody");
        assertOnly("ListIssuerLint");
    }

    @Test
    void refusesAListWithoutANext() throws IOException {
        nextUpdate = null;
        assertOnly("ListTimesLint");
    }

    @Test
    void refusesAListThatLastsTooLong() throws IOException {
        nextUpdate = ValidityDays.encode(clock.instant().plus(LIFETIME).plusSeconds(1));
        assertOnly("ListTimesLint");
    }

    @ParameterizedTest
    @ValueSource(ints = {-120, 1})
    void refusesAListThatDoesNotBeginNow(int seconds) throws IOException {
        thisUpdate = ValidityDays.encode(clock.instant().plusSeconds(seconds));
        nextUpdate = ValidityDays.encode(clock.instant().plusSeconds(3600));
        clearEntries();
        assertOnly("ListTimesLint");
    }

    @Test
    void refusesASerialNumberThatIsThereTwice() throws IOException {
        entry(10, clock.instant(), null);
        assertOnly("ListEntriesLint");
    }

    @Test
    void refusesARevocationToCome() throws IOException {
        entry(12, clock.instant().plusSeconds(1), null);
        assertOnly("ListEntriesLint");
    }

    @ParameterizedTest
    @ValueSource(ints = {CRLReason.unspecified, CRLReason.certificateHold, CRLReason.removeFromCRL, 2, 10})
    void refusesReasonsThatNobodyHasHere(int reason) throws IOException {
        entry(12, clock.instant(), reason);
        assertOnly("ListEntriesLint");
    }

    @Test
    void refusesEntriesThatAreThereButEmpty() throws IOException {
        clearEntries();
        assertThat(findings(null)).isEmpty();
        withEmptyEntries = true;
        assertOnly("ListEntriesLint");
    }

    @Test
    void refusesExtensionsNobodyAskedFor() throws IOException {
        extension(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
        assertOnly("ListKnownExtensionsLint");
    }

    @Test
    void refusesAnIdentifierOfAnotherIssuer() throws IOException {
        extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]));
        assertOnly("ListAuthorityKeyIdentifierLint");
    }

    @Test
    void refusesANumberThatIsNone() throws IOException {
        extension(Extension.cRLNumber, false, new ASN1Integer(0));
        assertOnly("ListNumberLint");
        extension(Extension.cRLNumber, false, new ASN1Integer(BigInteger.ONE.shiftLeft(159)));
        assertOnly("ListNumberLint");
        extension(Extension.cRLNumber, true, new ASN1Integer(1));
        assertOnly("ListNumberLint");
        extensions.remove(Extension.cRLNumber);
        assertOnly("ListNumberLint");
    }

    @Test
    void refusesADistributionPointOnACompleteListAndNoneOnAPartition() throws IOException {
        assertThat(findings(POINT)).singleElement().asString().startsWith("ListDistributionPointLint: ");
        extension(Extension.issuingDistributionPoint, true, Pointers.issuingDistributionPoint(List.of(POINT)));
        assertOnly("ListDistributionPointLint");
        extension(Extension.issuingDistributionPoint, false, Pointers.issuingDistributionPoint(List.of(POINT)));
        assertThat(findings(POINT)).singleElement().asString().startsWith("ListDistributionPointLint: ");
        extension(
                Extension.issuingDistributionPoint,
                true,
                Pointers.issuingDistributionPoint(List.of(POINT, POINT + "x")));
        assertThat(findings(POINT)).singleElement().asString().startsWith("ListDistributionPointLint: ");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(findings(new byte[] {0x30, 0x00}, null))
                .singleElement()
                .asString()
                .startsWith("Linter: not");
    }

    private void clearEntries() {
        entries.clear();
    }

    private void entry(int serialNumber, Instant at, @Nullable Integer reason) throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(serialNumber));
        fields.add(ValidityDays.encode(at));
        if (reason != null) {
            fields.add(new Extensions(new Extension(
                    Extension.reasonCode, false, CRLReason.lookup(reason).getEncoded("DER"))));
        }
        entries.add(new DERSequence(fields));
    }

    private void extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) throws IOException {
        extensions.put(id, new Extension(id, critical, value.toASN1Primitive().getEncoded("DER")));
    }

    private void assertOnly(String lint) throws IOException {
        assertThat(findings(null)).singleElement().asString().startsWith(lint + ": ");
    }

    private List<String> findings(@Nullable String point) throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(version);
        fields.add(algorithm);
        fields.add(issuer);
        fields.add(thisUpdate);
        if (nextUpdate != null) {
            fields.add(nextUpdate);
        }
        if (!entries.isEmpty() || withEmptyEntries) {
            fields.add(new DERSequence(entries.toArray(DERSequence[]::new)));
        }
        fields.add(new DERTaggedObject(0, new Extensions(extensions.values().toArray(Extension[]::new))));
        return findings(new DERSequence(fields).getEncoded("DER"), point);
    }

    private List<String> findings(byte[] toBeSigned, @Nullable String point) {
        try {
            new RevocationListLinter(clock, LIFETIME)
                    .lint(toBeSigned, TestAuthority.authority().issuing(), point == null ? List.of() : List.of(point));
            return List.of();
        } catch (LintRefused refused) {
            return refused.findings();
        }
    }
}
