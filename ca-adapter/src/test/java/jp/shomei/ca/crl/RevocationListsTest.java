package jp.shomei.ca.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.ca.AuthorityThatMayFail;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.TwoIssuers;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationListView;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.teststores.TestStore;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class RevocationListsTest {

    private static final String ID = "202103100000001";
    private static final Duration LIFETIME = Duration.ofHours(72);
    private static final PublicAddresses DIVIDED = new PublicAddresses(URI.create("http://ca.example.jp"), 4);

    private static final PublicAddresses MOVED = new PublicAddresses(URI.create("http://ca.example.org"), 4);

    private final TestStore kind;

    @TempDir
    Path directory;

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private Register told;
    private RevocationListTable table;

    RevocationListsTest(TestStore kind) {
        this.kind = kind;
        told = Register.in(kind);
        table = new RevocationListTable(told.database);
    }

    @Nested
    class WithNothingRevoked {

        @Test
        void publishesAnEmptyListThatOpensslAccepts() throws Exception {
            lists().publishDue();
            X509CRLHolder list = complete();
            assertThat(list.toASN1Structure().getTBSCertList().getRevokedCertificates())
                    .isEmpty();
            assertThat(list.getThisUpdate().toInstant()).isEqualTo(clock.instant());
            assertThat(list.getNextUpdate().toInstant())
                    .isEqualTo(clock.instant().plus(LIFETIME));
            sample("empty.crl", list);
            assertThat(opensslReads(list)).contains("verify OK").contains("No Revoked Certificates");
        }

        @Test
        void makesNoSecondListUntilOneIsDue() throws Exception {
            lists().publishDue();
            clock.advance(Duration.ofHours(12));
            lists().publishDue();
            assertThat(number(complete())).isEqualTo(1);
        }

        @Test
        void makesANewOneEveryDay() throws Exception {
            lists().publishDue();
            clock.advance(Duration.ofHours(15));
            lists().publishDue();
            assertThat(number(complete())).isEqualTo(2);
            assertThat(complete().getThisUpdate().toInstant()).isEqualTo(clock.instant());
        }

        @Test
        void makesANewOneAfterAThirdOfItsLifetime() throws Exception {
            lists(TestAuthority.ADDRESSES, Duration.ofHours(3)).publishDue();
            clock.advance(Duration.ofHours(1));
            lists(TestAuthority.ADDRESSES, Duration.ofHours(3)).publishDue();
            assertThat(number(complete())).isEqualTo(2);
        }
    }

    @Test
    void tellsOfTheNumberTheSignatureAndThePublication() {
        List<String> course = new ArrayList<>();
        new RevocationLists(
                        TestAuthority.authority(),
                        told.register,
                        table,
                        TestAuthority.ADDRESSES,
                        clock,
                        LIFETIME,
                        (step, list) -> course.add(step + " " + list + " "
                                + table.newest(Register.ISSUER, null).isPresent()))
                .publishDue();
        assertThat(course)
                .containsExactly(
                        "AFTER_NUMBER " + Register.ISSUER + " false",
                        "AFTER_LIST_SIGNATURE " + Register.ISSUER + " false",
                        "AFTER_PUBLICATION " + Register.ISSUER + " true");
    }

    @Nested
    class WithRevocations {

        private X509Certificate revoked;
        private X509Certificate good;

        @BeforeEach
        void sign() {
            revoked = told.signed(ID);
            good = told.signed("202103100000002");
            lists().publishDue();
        }

        @Test
        void opensslRefusesTheCertificateOnceItIsOnTheList() throws Exception {
            assertThat(opensslVerifies(revoked, complete())).contains("OK");

            told.revoke(ID, revoked, RevocationReason.KEY_COMPROMISE, clock.instant());
            lists().publishDue();

            assertThat(opensslRefuses(revoked, complete())).contains("certificate revoked");
            assertThat(opensslVerifies(good, complete())).contains("OK");
        }

        @Test
        void namesTimeAndReasonAndNoReasonIfItIsNotSpecified() throws Exception {
            Instant at = clock.instant();
            told.revoke(ID, revoked, RevocationReason.CESSATION_OF_OPERATION, at);
            told.revoke("202103100000002", good, RevocationReason.UNSPECIFIED, at);
            clock.advance(Duration.ofMinutes(1));
            lists().publishDue();

            X509CRL list = java(complete());
            X509CRLEntry entry = list.getRevokedCertificate(revoked.getSerialNumber());
            assertThat(entry.getRevocationReason()).hasToString("CESSATION_OF_OPERATION");
            assertThat(entry.getRevocationDate().toInstant()).isEqualTo(at);
            assertThat(list.getRevokedCertificate(good.getSerialNumber()).hasExtensions())
                    .isFalse();
        }

        @Test
        void everyReasonIsWrittenAndReadBack() throws Exception {
            for (RevocationReason reason : RevocationReason.values()) {
                X509Certificate certificate = told.signed("20210310000" + (1000 + reason.code()));
                told.revoke(ID, certificate, reason, clock.instant());
            }
            lists().publishDue();
            sample("reasons.crl", complete());
            assertThat(opensslReads(complete()))
                    .contains("Key Compromise", "Affiliation Changed", "Superseded")
                    .contains("Cessation Of Operation", "Privilege Withdrawn")
                    .doesNotContain("Unspecified");
        }

        @Test
        void takesInARevocationThatAnotherMachineDatesLater() throws Exception {
            told.revoke(
                    ID, revoked, RevocationReason.SUPERSEDED, clock.instant().plusSeconds(3));
            lists().publishDue();
            assertThat(java(complete())
                            .getRevokedCertificate(revoked.getSerialNumber())
                            .getRevocationDate()
                            .toInstant())
                    .isEqualTo(clock.instant());
        }

        @Test
        void goesOnCountingAfterARestart() throws Exception {
            table = new RevocationListTable(told.database);
            told.revoke(ID, revoked, RevocationReason.SUPERSEDED, clock.instant());
            lists().publishDue();
            assertThat(number(complete())).isEqualTo(2);
        }

        @Test
        void findsAfterACrashThatTheListDoesNotKnowOfARevocation() throws Exception {
            told.revoke(ID, revoked, RevocationReason.SUPERSEDED, clock.instant());
            new RevocationLists(
                            TestAuthority.authority(),
                            new CertificateRegister(told.database),
                            new RevocationListTable(told.database),
                            TestAuthority.ADDRESSES,
                            clock,
                            LIFETIME,
                            RevocationSteps.UNOBSERVED)
                    .publishDue();
            assertThat(java(complete()).isRevoked(revoked)).isTrue();
        }

        @Test
        void keepsAnExpiredCertificateUntilItWasOnALaterList() throws Exception {
            told.revoke(ID, revoked, RevocationReason.SUPERSEDED, clock.instant());
            Duration toTheEnd =
                    Duration.between(clock.instant(), revoked.getNotAfter().toInstant());
            clock.advance(toTheEnd.minusDays(1));
            lists().publishDue();
            assertThat(java(complete()).isRevoked(revoked)).isTrue();

            clock.advance(Duration.ofDays(10));
            lists().publishDue();
            assertThat(java(complete()).isRevoked(revoked))
                    .as("first list after its end")
                    .isTrue();

            clock.advance(Duration.ofDays(1));
            lists().publishDue();
            assertThat(java(complete()).isRevoked(revoked))
                    .as("second list after its end")
                    .isFalse();
        }

        @Test
        void keepsAnExpiredCertificateForALifetime() throws Exception {
            told.revoke(ID, revoked, RevocationReason.SUPERSEDED, clock.instant());
            clock.advance(
                    Duration.between(clock.instant(), revoked.getNotAfter().toInstant())
                            .plusMinutes(1));
            for (int day = 0; day < 3; day++) {
                lists().publishDue();
                assertThat(java(complete()).isRevoked(revoked))
                        .as("day %s", day)
                        .isTrue();
                clock.advance(Duration.ofDays(1));
            }
            lists().publishDue();
            assertThat(java(complete()).isRevoked(revoked)).isFalse();
        }

        @Test
        void keepsOnlyAFewLists() {
            for (int day = 0; day < 6; day++) {
                clock.advance(Duration.ofDays(1));
                lists().publishDue();
            }
            assertThat(table.list(Register.ISSUER, null, 7)).isPresent();
            assertThat(table.list(Register.ISSUER, null, 5)).isPresent();
            assertThat(table.list(Register.ISSUER, null, 4)).isEmpty();
        }
    }

    @Nested
    class Divided {

        @BeforeEach
        void divide() {
            told = Register.of(kind.newDatabase(), DIVIDED);
            table = new RevocationListTable(told.database);
        }

        @Test
        void putsARevocationOnTheListThatTheCertificateNamesAndOnTheCompleteOne() throws Exception {
            X509Certificate certificate = told.signed(ID);
            int own = certificate.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();
            lists(DIVIDED, LIFETIME).publishDue();
            long before = number(partition(own));
            told.revoke(ID, certificate, RevocationReason.AFFILIATION_CHANGED, clock.instant());
            lists(DIVIDED, LIFETIME).publishDue();

            assertThat(java(complete()).isRevoked(certificate)).isTrue();
            for (int number = 0; number < 4; number++) {
                assertThat(java(partition(number)).isRevoked(certificate)).isEqualTo(number == own);
            }
            assertThat(number(partition(own))).isGreaterThan(before);
            sample("partition.crl", partition(own));
            sample("plain.crl", complete());
            assertThat(opensslRefuses(certificate, partition(own))).contains("certificate revoked");
        }

        @Test
        void saysWhereAPartitionIsPublishedInTheWordsOfItsCertificates() throws Exception {
            X509Certificate certificate = told.signed(ID);
            int own = certificate.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();
            lists(DIVIDED, LIFETIME).publishDue();

            Extension extension = partition(own).getExtension(Extension.issuingDistributionPoint);
            assertThat(extension.isCritical()).isTrue();
            IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(extension.getParsedValue());
            assertThat(point.onlyContainsUserCerts()).isTrue();
            assertThat(point.getDistributionPoint().toString())
                    .contains("http://ca.example.jp/ca/crl/" + Register.ISSUER + "-" + own + ".crl");
            assertThat(complete().getExtension(Extension.issuingDistributionPoint))
                    .isNull();
            assertThat(opensslVerifies(certificate, partition(own))).contains("OK");
            assertThat(opensslRefuses(certificate, partition((own + 1) % 4))).contains("different CRL scope");
        }

        @Test
        void goesOnWithAPartitionThatIsNoLongerUsedWhileCertificatesNameIt() throws Exception {
            X509Certificate certificate = told.signed(ID);
            int own = certificate.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();
            told.revoke(ID, certificate, RevocationReason.SUPERSEDED, clock.instant());

            lists(TestAuthority.ADDRESSES, LIFETIME).publishDue();

            assertThat(java(partition(own)).isRevoked(certificate)).isTrue();
            assertThat(table.newest(Register.ISSUER, (own + 1) % 4)).isEmpty();
        }

        @Test
        void isStillFoundByCertificatesThatNameAnEarlierPublicUrl() throws Exception {
            X509Certificate before = told.signed(ID);
            int own = before.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();

            lists(MOVED, LIFETIME).publishDue();
            assertThat(opensslVerifies(before, partition(own))).contains("OK");
            assertThat(points(partition(own)))
                    .containsExactly(DIVIDED.list(Register.ISSUER, own), MOVED.list(Register.ISSUER, own));

            Register moved = Register.of(told.database, MOVED);
            X509Certificate after = moved.signed("202103100000002");
            while (after.getSerialNumber().mod(BigInteger.valueOf(4)).intValue() != own) {
                after = moved.signed("202103100000002");
            }
            lists(MOVED, LIFETIME).publishDue();
            assertThat(opensslVerifies(before, partition(own))).contains("OK");
            assertThat(opensslVerifies(after, partition(own))).contains("OK");
        }

        @Test
        void isPublishedAgainWhenCertificatesBeginToNameAnotherAddress() throws Exception {
            told.signed(ID);
            lists(DIVIDED, LIFETIME).publishDue();
            lists(DIVIDED, LIFETIME).publishDue();
            Register moved = Register.of(told.database, MOVED);
            X509Certificate after = moved.signed("202103100000002");
            int own = after.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();
            long number = number(partition(own));
            lists(MOVED, LIFETIME).publishDue();
            assertThat(number(partition(own))).isGreaterThan(number);
            assertThat(points(partition(own))).contains(MOVED.list(Register.ISSUER, own));
        }

        @Test
        void isFoundAgainInARegisterThatWasKeptWithoutAddresses() throws Exception {
            X509Certificate certificate = told.signed(ID);
            int own = certificate.getSerialNumber().mod(BigInteger.valueOf(4)).intValue();
            JdbcClient.create(told.database).sql("DROP TABLE crl_address").update();
            told = Register.of(told.database, MOVED);
            lists(TestAuthority.ADDRESSES, LIFETIME).publishDue();
            assertThat(points(partition(own))).containsExactly(DIVIDED.list(Register.ISSUER, own));
        }

        @Test
        void givesAllListsOfAnIssuerDifferentNumbers() {
            lists(DIVIDED, LIFETIME).publishDue();
            List<Long> numbers = lists(DIVIDED, LIFETIME).scopes().stream()
                    .map(scope -> table.newest(scope.issuerKeyId(), scope.partition())
                            .orElseThrow()
                            .number())
                    .toList();
            assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Numbers {

        @Test
        void neverComeTwiceAlsoNotToTwoWhoAskAtOnce() throws Exception {
            var other = new RevocationListTable(told.database);
            try (var threads = Executors.newFixedThreadPool(4)) {
                var taken = threads
                        .invokeAll(Collections.nCopies(
                                100, () -> (Thread.currentThread().threadId() % 2 == 0 ? other : table)
                                        .numbered("a", number -> number)))
                        .stream()
                        .map(Future::resultNow)
                        .collect(Collectors.toSet());
                assertThat(taken).hasSize(100);
            }
        }

        @Test
        void waitUntilTheListBeforeKnowsWhatItWillSay() throws Exception {
            var other = new RevocationListTable(told.database);
            long before = table.numbered("a", number -> number);
            try (var threads = Executors.newSingleThreadExecutor()) {
                var next = new AtomicReference<Future<Long>>();
                long taken = table.numbered("a", number -> {
                    next.set(threads.submit(() -> other.numbered("a", later -> later)));
                    assertThatThrownBy(() -> next.get().get(200, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                    return number;
                });
                assertThat(taken).isEqualTo(before + 1);
                assertThat(next.get().get(10, TimeUnit.SECONDS)).isEqualTo(taken + 1);
            }
        }

        @Test
        void areUsedUpByAListThatFailed() throws Exception {
            told = Register.in(kind);
            table = new RevocationListTable(told.database);
            var broken = new RevocationLists(
                    AuthorityThatMayFail.away(),
                    told.register,
                    table,
                    TestAuthority.ADDRESSES,
                    clock,
                    LIFETIME,
                    RevocationSteps.UNOBSERVED);
            assertThatThrownBy(broken::publishDue).hasMessageContaining("away");
            lists().publishDue();
            assertThat(number(complete())).isEqualTo(2);
        }
    }

    @Test
    void asksAnIssuerWhoseKeyIsAwayOnceAndGoesOnWithTheOthers() {
        var two = new TwoIssuers(directory.resolve("ca"));
        X509Certificate first = two.issuers().getFirst();
        X509Certificate second = two.issuers().getLast();
        two.away.add(first);
        var lists =
                new RevocationLists(two, told.register, table, DIVIDED, clock, LIFETIME, RevocationSteps.UNOBSERVED);

        assertThatThrownBy(lists::publishDue).isInstanceOf(SigningFailed.class);

        assertThat(two.tries).containsExactly(first, second, second, second, second, second);
        assertThat(table.newest(KeyIdentifiers.hexOfIssuer(second), 3)).isPresent();
    }

    @Test
    void handsOutTheNewestOfTodaysIssuerUnlessAnotherIsNamed() throws Exception {
        var counter = new FindRevocationListHandler(table, TestAuthority.authority());
        assertThat(counter.handle(new FindRevocationList(null, null))).isEmpty();
        lists().publishDue();
        RevocationListView first =
                counter.handle(new FindRevocationList(null, null)).orElseThrow();
        assertThat(first.number()).isEqualTo("1");
        assertThat(Base64.getDecoder().decode(first.list()))
                .isEqualTo(complete().getEncoded());
        clock.advance(Duration.ofDays(1));
        lists().publishDue();
        assertThat(counter.handle(new FindRevocationList(Register.ISSUER, null)).map(RevocationListView::number))
                .isEqualTo(Optional.of("2"));
        assertThat(counter.handle(new FindRevocationList(Register.ISSUER, 0))).isEmpty();
        assertThat(counter.handle(new FindRevocationList("00", null))).isEmpty();
    }

    private RevocationLists lists() {
        return lists(TestAuthority.ADDRESSES, LIFETIME);
    }

    private RevocationLists lists(PublicAddresses addresses, Duration lifetime) {
        return lists(told.register, table, addresses, lifetime);
    }

    private RevocationLists lists(
            CertificateRegister register, RevocationListTable table, PublicAddresses addresses, Duration lifetime) {
        return new RevocationLists(
                TestAuthority.authority(), register, table, addresses, clock, lifetime, RevocationSteps.UNOBSERVED);
    }

    private X509CRLHolder complete() throws Exception {
        return newest(null);
    }

    private X509CRLHolder partition(int number) throws Exception {
        return newest(number);
    }

    private X509CRLHolder newest(Integer partition) throws Exception {
        long number = table.newest(Register.ISSUER, partition).orElseThrow().number();
        return new X509CRLHolder(table.list(Register.ISSUER, partition, number).orElseThrow());
    }

    private static List<String> points(X509CRLHolder list) {
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                list.getExtension(Extension.issuingDistributionPoint).getParsedValue());
        return Stream.of(GeneralNames.getInstance(point.getDistributionPoint().getName())
                        .getNames())
                .map(name -> name.getName().toString())
                .toList();
    }

    private static long number(X509CRLHolder list) {
        return ASN1Integer.getInstance(list.getExtension(Extension.cRLNumber).getParsedValue())
                .longValueExact();
    }

    private static X509CRL java(X509CRLHolder list) throws Exception {
        return (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list.getEncoded()));
    }

    /** For linters that are run on the build's results. */
    private static void sample(String name, X509CRLHolder list) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/samples")).resolve(name), list.getEncoded());
    }

    private String opensslReads(X509CRLHolder list) throws Exception {
        files(list);
        return Openssl.run(directory, "crl", "-in", "list.crl", "-noout", "-text", "-verify", "-CAfile", "chain.pem");
    }

    private String opensslVerifies(X509Certificate certificate, X509CRLHolder list) throws Exception {
        return Openssl.run(directory, verification(certificate, list));
    }

    private String opensslRefuses(X509Certificate certificate, X509CRLHolder list) throws Exception {
        return Openssl.refuse(directory, verification(certificate, list));
    }

    private String[] verification(X509Certificate certificate, X509CRLHolder list) throws Exception {
        files(list);
        Files.writeString(directory.resolve("holder.pem"), Certificates.pem(List.of(certificate)));
        String at = String.valueOf(clock.instant().getEpochSecond());
        return new String[] {
            "verify",
            "-attime",
            at,
            "-crl_check",
            "-CRLfile",
            "list.pem",
            "-CAfile",
            "root.pem",
            "-untrusted",
            "issuing.pem",
            "holder.pem"
        };
    }

    private void files(X509CRLHolder list) throws Exception {
        var authority = TestAuthority.authority();
        Files.writeString(directory.resolve("root.pem"), Certificates.pem(List.of(authority.root())));
        Files.writeString(directory.resolve("issuing.pem"), Certificates.pem(List.of(authority.issuing())));
        Files.writeString(
                directory.resolve("chain.pem"), Certificates.pem(List.of(authority.issuing(), authority.root())));
        Files.write(directory.resolve("list.crl"), list.getEncoded());
        Openssl.run(directory, "crl", "-in", "list.crl", "-inform", "DER", "-out", "list.pem");
        Files.copy(directory.resolve("list.pem"), directory.resolve("list.crl"), StandardCopyOption.REPLACE_EXISTING);
    }
}
