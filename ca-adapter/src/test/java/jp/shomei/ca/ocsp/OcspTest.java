package jp.shomei.ca.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.shomei.ca.AuthorityThatMayFail;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OcspTest {

    private static final String ID = "202103100000001";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    @TempDir
    Path directory;

    private boolean hasCaughtUp = true;
    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told = Register.empty();
    private final AuthorityThatMayFail authority = new AuthorityThatMayFail();
    private final OcspSigners signers = new OcspSigners(
            authority,
            new ServiceCertificates(
                    authority,
                    told.register,
                    told.database,
                    TestAuthority.ORGANIZATION,
                    TestAuthority.ADDRESSES,
                    clock,
                    TestAuthority.RANDOM),
            clock,
            TestAuthority.RANDOM);
    private final AnswerOcspRequestHandler responder = new AnswerOcspRequestHandler(
            authority, told.register, new RegisterCatchUp(() -> hasCaughtUp), signers, clock, LIFETIME);
    private X509Certificate certificate;

    @BeforeEach
    void sign() {
        certificate = told.signed(ID);
        TestSigner.await(TestSigner.isThere(signers));
    }

    @AfterEach
    void close() {
        signers.close();
        responder.close();
    }

    @Nested
    class SeenByOpenssl {

        @Test
        void isGoodAndThenRevoked() throws Exception {
            assertThat(openssl("-cert", "holder.pem")).contains("Response verify OK", "holder.pem: good");

            told.revoke(ID, certificate, RevocationReason.KEY_COMPROMISE, clock.instant());

            assertThat(openssl("-cert", "holder.pem"))
                    .contains("Response verify OK", "holder.pem: revoked", "Reason: keyCompromise")
                    .contains("Revocation Time: Mar 10 00:00:00 2021 GMT");
        }

        @Test
        void getsItsNonceBack() throws Exception {
            assertThat(openssl("-cert", "holder.pem"))
                    .doesNotContain("WARNING: no nonce")
                    .doesNotContain("Nonce Verify error");
        }

        @Test
        void isAnsweredBySha256() throws Exception {
            assertThat(openssl("-sha256", "-no_nonce", "-cert", "holder.pem"))
                    .contains("Response verify OK", "holder.pem: good", "sha256");
        }

        @Test
        void isToldThatNobodyIssuedANumber() throws Exception {
            assertThat(openssl("-serial", "0x1234")).contains("Response verify OK", "0x1234: unknown");
        }

        @Test
        void isToldOfSeveralAtOnce() throws Exception {
            assertThat(openssl("-cert", "holder.pem", "-serial", "0x1234"))
                    .contains("holder.pem: good", "0x1234: unknown");
        }

        @Test
        void isToldThatTheSignerIsGood() throws Exception {
            single(certificate);
            Files.writeString(
                    directory.resolve("signer.pem"),
                    Certificates.pem(List.of(
                            signers.of(TestAuthority.authority().issuing()).certificate())));
            assertThat(openssl("-cert", "signer.pem")).contains("signer.pem: good");
        }
    }

    @Nested
    class Signer {

        @Test
        void isAllowedToSignAnswersAndNothingElse() throws Exception {
            X509Certificate signer = signer();
            assertThat(signer.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.9");
            assertThat(Certificates.structure(signer)
                            .getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck)
                            .getExtnValue()
                            .getOctets())
                    .isEqualTo(new byte[] {5, 0});
            assertThat(signer.getKeyUsage()[0]).isTrue();
            assertThat(signer.getBasicConstraints()).isEqualTo(-1);
            assertThat(signer.getNotBefore().toInstant()).isBeforeOrEqualTo(clock.instant());
        }

        @Test
        void isRegisteredBeforeItIsUsed() throws Exception {
            single(certificate);
            X509Certificate signer =
                    signers.of(TestAuthority.authority().issuing()).certificate();
            assertThat(told.register.find(Register.serial(signer)).orElseThrow().state())
                    .isEqualTo(State.GOOD);
        }

        @Test
        void isRegisteredAlsoIfItsSignatureIsLost() {
            authority.isAway = true;
            clock.advance(Duration.ofDays(40));
            signatureIsMissing();
            String serial = JdbcClient.create(told.database)
                    .sql("SELECT serial FROM issued_certificate WHERE request_id IS NULL AND certificate IS NULL")
                    .query(String.class)
                    .single();
            assertThat(told.register.find(serial).orElseThrow().state()).isEqualTo(State.UNKNOWN);
        }

        @Test
        void isNamedByItsKey() throws Exception {
            assertThat(basic(single(certificate))
                            .getResponderId()
                            .toASN1Primitive()
                            .getKeyHash())
                    .hasSize(20);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 10})
        void staysForDays(int days) {
            X509Certificate before = signer();
            clock.advance(Duration.ofDays(days));
            assertThat(signer()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(ints = {17, 40, 2000})
        void isReplacedLongBeforeItLapsesAndAfterEveryLeap(int days) throws Exception {
            X509Certificate before = signer();
            clock.advance(Duration.ofDays(days));
            TestSigner.await(TestSigner.isThere(signers));
            TestSigner.await(() -> !signer().equals(before));
            assertThat(openssl("-cert", "holder.pem")).contains("Response verify OK", "holder.pem: good");
        }

        @Test
        void ofBeforeGoesOnWhileTheIssuingKeyIsAway() throws Exception {
            X509Certificate before = signer();
            authority.isAway = true;
            clock.advance(Duration.ofDays(20));
            assertThat(signer()).isEqualTo(before);
            assertThat(status(single(certificate))).isEqualTo(CertificateStatus.GOOD);
        }

        @Test
        void isMissedWithTryLater() throws Exception {
            authority.isAway = true;
            clock.advance(Duration.ofDays(40));
            assertThat(new OCSPResp(ask(request(certificate.getSerialNumber())).response()).getStatus())
                    .isEqualTo(OCSPResp.TRY_LATER);
        }

        @Test
        void isWatched() {
            var watch = new OcspSignerWatch(authority, signers, clock);
            assertThat(watch.look().getFirst().state()).isEqualTo(WatchEntry.State.GOOD);
            authority.isAway = true;
            clock.advance(Duration.ofDays(20));
            assertThat(watch.look().getFirst().state()).isEqualTo(WatchEntry.State.WARNING);
            assertThat(watch.look().getFirst().sentence()).contains("lapses at");
            clock.advance(Duration.ofDays(20));
            assertThat(watch.look().getFirst().sentence()).contains("nobody can sign");
        }

        @Test
        void doesNotOutliveItsIssuer() {
            Instant end = TestAuthority.authority().issuing().getNotAfter().toInstant();
            clock.advance(Duration.between(clock.instant(), end).minusDays(3));
            TestSigner.await(TestSigner.isThere(signers));
            assertThat(signer().getNotAfter().toInstant()).isEqualTo(end);
            assertThat(signer()).isEqualTo(signer());
            assertThat(ask(request(certificate.getSerialNumber())).nextUpdate()).isBeforeOrEqualTo(end);
        }

        private void signatureIsMissing() {
            assertThat(ask(request(certificate.getSerialNumber())).nextUpdate()).isNull();
        }

        private X509Certificate signer() {
            return signers.of(TestAuthority.authority().issuing()).certificate();
        }
    }

    @Nested
    class WhileTheRegisterCatchesUp {

        @BeforeEach
        void fallBack() {
            hasCaughtUp = false;
        }

        @Test
        void saysOfNothingThatNobodyIssuedIt() throws Exception {
            assertThat(refusal(request(BigInteger.valueOf(0x1234)))).isEqualTo(OCSPResp.TRY_LATER);
            hasCaughtUp = true;
            assertThat(status(ask(request(BigInteger.valueOf(0x1234))))).isInstanceOf(UnknownStatus.class);
            hasCaughtUp = false;
            assertThat(status(ask(request(BigInteger.valueOf(0x1234))))).isInstanceOf(UnknownStatus.class);
        }

        @Test
        void answersAboutWhatIsRegistered() throws Exception {
            assertThat(status(single(certificate))).isEqualTo(CertificateStatus.GOOD);
        }
    }

    @Nested
    class WhileTheRegisterCannotBeRead {

        @Test
        void askersAreToldToTryLater() throws Exception {
            JdbcClient.create(told.database).sql("DROP ALL OBJECTS").update();

            assertThat(refusal(request(certificate.getSerialNumber()))).isEqualTo(OCSPResp.TRY_LATER);
        }
    }

    @Nested
    class Kept {

        @Test
        void isGivenAgainForHalfItsLifetime() throws Exception {
            OcspAnswerView first = ask(request(certificate.getSerialNumber()));
            assertThat(first.thisUpdate()).isEqualTo(clock.instant());
            assertThat(first.nextUpdate()).isEqualTo(clock.instant().plus(LIFETIME));
            clock.advance(LIFETIME.dividedBy(2).minusSeconds(1));
            assertThat(ask(request(certificate.getSerialNumber())).response()).isEqualTo(first.response());
            clock.advance(Duration.ofSeconds(1));
            OcspAnswerView second = ask(request(certificate.getSerialNumber()));
            assertThat(second.response()).isNotEqualTo(first.response());
            assertThat(second.thisUpdate()).isEqualTo(clock.instant());
        }

        @Test
        void isReplacedAtOnceByARevocation() throws Exception {
            assertThat(status(single(certificate))).isEqualTo(CertificateStatus.GOOD);
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, clock.instant());
            RevokedStatus revoked = (RevokedStatus) status(single(certificate));
            assertThat(revoked.hasRevocationReason()).isFalse();
            assertThat(revoked.getRevocationTime().toInstant()).isEqualTo(clock.instant());
        }

        @Test
        void isSignedBeforeAnybodyAsks() throws Exception {
            told.listeners.add(responder);
            X509Certificate second = told.signed("202103100000002");
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (responder.kept() < 2 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(responder.kept()).isEqualTo(2);
            Instant signedAt = clock.instant();
            clock.advance(Duration.ofMinutes(1));
            assertThat(ask(request(second.getSerialNumber())).thisUpdate()).isEqualTo(signedAt);
        }

        @Test
        void isNothingOfWhatNobodyIssuedAndThatAnswerIsShort() throws Exception {
            for (int number = 0; number < 50; number++) {
                OcspAnswerView answer = ask(request(SerialNumbers.next(TestAuthority.RANDOM)));
                assertThat(status(answer)).isInstanceOf(UnknownStatus.class);
                assertThat(answer.nextUpdate()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
            }
            assertThat(responder.kept()).isZero();
        }

        @Test
        void isNothingThatHasANonce() throws Exception {
            OcspAnswerView answer = ask(withNonce(nonce(16)));
            assertThat(answer.thisUpdate()).isNull();
            assertThat(answer.nextUpdate()).isNull();
            assertThat(responder.kept()).isZero();
        }
    }

    @Nested
    class Requests {

        @ParameterizedTest
        @CsvSource({"1", "16", "32", "33", "128"})
        void getTheirNonceBack(int length) throws Exception {
            byte[] nonce = nonce(length);
            Extension sentBack = basic(ask(withNonce(nonce))).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            assertThat(DEROctetString.getInstance(sentBack.getParsedValue()).getOctets())
                    .isEqualTo(nonce);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 129})
        void areMalformedWithANonceThatIsNone(int length) throws Exception {
            assertThat(refusal(withNonce(nonce(length)))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }

        @Test
        void areMalformedIfTheyAreGarbage() throws Exception {
            assertThat(refusal(new byte[0])).isEqualTo(OCSPResp.MALFORMED_REQUEST);
            assertThat(refusal(new byte[] {0x30, 0x00})).isEqualTo(OCSPResp.MALFORMED_REQUEST);
            assertThat(refusal(new byte[9000])).isEqualTo(OCSPResp.MALFORMED_REQUEST);
            byte[] longer = Arrays.copyOf(
                    request(certificate.getSerialNumber()), request(certificate.getSerialNumber()).length + 1);
            assertThat(refusal(longer)).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }

        @Test
        void getAnAnswerWhateverByteIsSpoilt() throws Exception {
            byte[] whole = request(certificate.getSerialNumber());
            for (int position = 0; position < whole.length; position++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] spoilt = whole.clone();
                    spoilt[position] ^= (byte) (1 << bit);
                    assertThat(new OCSPResp(ask(spoilt).response()).getStatus())
                            .isIn(OCSPResp.SUCCESSFUL, OCSPResp.MALFORMED_REQUEST, OCSPResp.UNAUTHORIZED);
                }
            }
        }

        @Test
        void areMalformedIfTheyAskForTooMany() throws Exception {
            assertThat(new OCSPResp(ask(requestFor(20)).response()).getStatus()).isEqualTo(OCSPResp.SUCCESSFUL);
            assertThat(refusal(requestFor(21))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }

        @Test
        void areNotAnsweredForAnotherIssuer() throws Exception {
            byte[] request = new OCSPReqBuilder()
                    .addRequest(new CertificateID(
                            DIGESTS.get(CertificateID.HASH_SHA1),
                            Certificates.structure(TestAuthority.authority().root()),
                            BigInteger.ONE))
                    .build()
                    .getEncoded();
            assertThat(refusal(request)).isEqualTo(OCSPResp.UNAUTHORIZED);
        }

        @Test
        void ofAllSortsAreAnsweredAsTheyCallTheCertificate() throws Exception {
            CertificateID asked =
                    new CertificateID(DIGESTS.get(SHA_256), TestAuthority.issuer(), certificate.getSerialNumber());
            byte[] request = new OCSPReqBuilder().addRequest(asked).build().getEncoded();
            SingleResp answer = basic(ask(request)).getResponses()[0];
            assertThat(answer.getCertID().toASN1Primitive()).isEqualTo(asked.toASN1Primitive());
        }

        @Test
        void cannotKeepSeveralSpellingsOfOneCertificate() throws Exception {
            AlgorithmIdentifier odd =
                    new AlgorithmIdentifier(CertificateID.HASH_SHA1.getAlgorithm(), new DEROctetString(new byte[100]));
            CertificateID plain = new CertificateID(
                    DIGESTS.get(CertificateID.HASH_SHA1), TestAuthority.issuer(), certificate.getSerialNumber());
            var spelt = new CertID(
                    odd,
                    new DEROctetString(plain.getIssuerNameHash()),
                    new DEROctetString(plain.getIssuerKeyHash()),
                    new ASN1Integer(plain.getSerialNumber()));
            byte[] request = new OCSPReqBuilder()
                    .addRequest(new CertificateID(spelt))
                    .build()
                    .getEncoded();
            assertThat(refusal(request)).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }

        @Test
        void areMalformedWithACriticalExtensionThatNobodyKnows() throws Exception {
            byte[] request = new OCSPReqBuilder()
                    .addRequest(id(certificate.getSerialNumber()))
                    .setRequestExtensions(new Extensions(
                            new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff, true, new byte[] {5, 0})))
                    .build()
                    .getEncoded();
            assertThat(refusal(request)).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }
    }

    private OcspAnswerView ask(byte[] request) {
        return responder.handle(new AnswerOcspRequest(request));
    }

    private int refusal(byte[] request) throws Exception {
        OcspAnswerView answer = ask(request);
        assertThat(answer.nextUpdate()).isNull();
        return new OCSPResp(answer.response()).getStatus();
    }

    private OcspAnswerView single(X509Certificate asked) {
        return ask(request(asked.getSerialNumber()));
    }

    private static BasicOCSPResp basic(OcspAnswerView answer) throws Exception {
        return (BasicOCSPResp) new OCSPResp(answer.response()).getResponseObject();
    }

    private static CertificateStatus status(OcspAnswerView answer) throws Exception {
        return basic(answer).getResponses()[0].getCertStatus();
    }

    private static CertificateID id(BigInteger serialNumber) throws Exception {
        return new CertificateID(DIGESTS.get(CertificateID.HASH_SHA1), TestAuthority.issuer(), serialNumber);
    }

    private static byte[] request(BigInteger serialNumber) {
        try {
            return new OCSPReqBuilder().addRequest(id(serialNumber)).build().getEncoded();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private byte[] requestFor(int many) throws Exception {
        OCSPReqBuilder request = new OCSPReqBuilder();
        for (int number = 1; number <= many; number++) {
            request.addRequest(id(BigInteger.valueOf(number)));
        }
        return request.build().getEncoded();
    }

    private byte[] withNonce(byte[] nonce) throws Exception {
        return new OCSPReqBuilder()
                .addRequest(id(certificate.getSerialNumber()))
                .setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())))
                .build()
                .getEncoded();
    }

    private static byte[] nonce(int length) {
        byte[] nonce = new byte[length];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    /** Has openssl write the request and read the answer. */
    private String openssl(String... about) throws Exception {
        var whole = TestAuthority.authority();
        Files.writeString(directory.resolve("root.pem"), Certificates.pem(List.of(whole.root())));
        Files.writeString(directory.resolve("issuing.pem"), Certificates.pem(List.of(whole.issuing())));
        Files.writeString(directory.resolve("holder.pem"), Certificates.pem(List.of(certificate)));
        List<String> request = new ArrayList<>(List.of("ocsp", "-issuer", "issuing.pem"));
        request.addAll(List.of(about));
        List<String> answer = new ArrayList<>(request);
        request.addAll(List.of("-reqout", "request.der"));
        Openssl.run(directory, request.toArray(String[]::new));
        Files.write(
                directory.resolve("response.der"),
                ask(Files.readAllBytes(directory.resolve("request.der"))).response());
        answer.addAll(List.of("-no_nonce", "-reqin", "request.der", "-respin", "response.der", "-resp_text"));
        answer.addAll(List.of("-CAfile", "root.pem", "-verify_other", "issuing.pem"));
        answer.addAll(List.of("-attime", String.valueOf(clock.instant().getEpochSecond())));
        answer.addAll(List.of("-validity_period", "1000000000"));
        return Openssl.run(directory, answer.toArray(String[]::new));
    }
}
