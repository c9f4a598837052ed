package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DownloadDeskTest {

    private static final String UNKNOWN_REQUEST = "209912310000001";
    private static final String WRONG_REFERENCE = "0000-0000-0000";

    private Room room = Room.open();
    private Visitor visitor = new Visitor(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class AtTheFirstDownload {

        @Test
        void handsOutKeyAndCertificateOfTheOrder() throws Exception {
            KeyStore store = Visitor.store(visitor.pkcs12("1234"), "1234");
            X509Certificate certificate = (X509Certificate) store.getCertificate(Orders.REQUEST_ID);
            assertThat(certificate.getSubjectX500Principal().getName())
                    .isEqualTo("CN=0110214822,O=Medical Billing Authority,C=JP");
            assertThat(certificate.getNotBefore()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
            assertThat(certificate.getNotAfter()).isEqualTo(Instant.parse("2024-06-10T14:59:59Z"));
            assertThat(store.getCertificateChain(Orders.REQUEST_ID))
                    .containsExactly(
                            certificate,
                            TestAuthority.authority().issuing(),
                            TestAuthority.authority().root());
            assertThat(store.getKey(Orders.REQUEST_ID, "1234".toCharArray())).isNotNull();
        }

        @Test
        void putsIntentSignatureAndDownloadOnRecord() throws Exception {
            X509Certificate certificate = Visitor.in(visitor.pkcs12("1234"), "1234");
            var prepared = room.certificate.prepared(Orders.REQUEST_ID).orElseThrow();
            assertThat(prepared.generation()).isEqualTo(1);
            assertThat(prepared.keyOrigin()).isEqualTo(KeyOrigin.AUTHORITY);
            assertThat(prepared.serialNumber())
                    .isEqualTo(certificate.getSerialNumber().toString(16));
            assertThat(prepared.publicKeySha256())
                    .isEqualTo(PublicKeys.sha256(PublicKeys.of(certificate.getPublicKey())));
            assertThat(room.certificate.profile(Orders.REQUEST_ID)).isEqualTo("ec-p256");
            assertThat(room.certificate.signatures()).hasSize(1);
            assertThat(room.certificate.downloads())
                    .containsExactly(new RecordDownload(Orders.REQUEST_ID, DownloadForm.PKCS12));
        }

        @Test
        void saysOnWhoseBehalfItGivesItsCommands() {
            visitor.pkcs12("1234");
            assertThat(room.certificate.metadata()).hasSize(5).allSatisfy(metadata -> assertThat(metadata)
                    .containsEntry("actor", "someone")
                    .containsEntry("channel", "http"));
        }

        @Test
        void signsForTheKeyOfARequest() throws Exception {
            KeyPair keys = Room.holderKeys();
            List<X509Certificate> chain = Visitor.in(visitor.pem(Csrs.of(keys)));
            assertThat(chain.getFirst().getPublicKey()).isEqualTo(keys.getPublic());
            assertThat(chain.subList(1, 3))
                    .containsExactly(
                            TestAuthority.authority().issuing(),
                            TestAuthority.authority().root());
            assertThat(room.certificate
                            .prepared(Orders.REQUEST_ID)
                            .orElseThrow()
                            .keyOrigin())
                    .isEqualTo(KeyOrigin.HOLDER);
            assertThat(room.certificate.downloads())
                    .containsExactly(new RecordDownload(Orders.REQUEST_ID, DownloadForm.PEM));
        }

        @Test
        void takesTheReferenceIdHoweverItIsTyped() {
            String typed =
                    room.references.of(Orders.REQUEST_ID, 1).replace("-", " ").toLowerCase(java.util.Locale.ROOT);
            assertThat(visitor.pkcs12(Orders.REQUEST_ID, typed, "1234")).isNotEmpty();
        }

        @Test
        void signsOnceForManyAtOnce() throws Exception {
            try (ExecutorService crowd = Executors.newFixedThreadPool(6)) {
                List<Callable<X509Certificate>> visits = Stream.<Callable<X509Certificate>>generate(
                                () -> () -> Visitor.in(visitor.pkcs12("1234"), "1234"))
                        .limit(6)
                        .toList();
                X509Certificate first = null;
                for (Future<X509Certificate> visit : crowd.invokeAll(visits)) {
                    first = first == null ? visit.get() : first;
                    assertThat(visit.get()).isEqualTo(first);
                }
            }
            assertThat(room.certificate.signatures()).hasSize(1);
        }

        @Test
        void passesOnWhatTheCertificateRefuses() {
            room.certificate.refuse(ErrorCode.DOWNLOAD_PERIOD_OVER);
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.DOWNLOAD_PERIOD_OVER);
            assertThat(escrowedKeys()).isZero();
        }

        @Test
        void goesOnFromAnIntentThatAnotherProcessRecordedFirst() throws Exception {
            KeyPair keys = Room.holderKeys();
            room.close();
            room = Room.open((step, requestId) -> {
                if (step == jp.shomei.ca.signing.SigningStep.BEFORE_INTENT) {
                    room.certificate.prepareElsewhere(
                            new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM)
                                    .draft(Orders.fresh(), HolderKey.sent(PublicKeys.of(keys.getPublic()))));
                }
            });
            visitor = new Visitor(room);

            X509Certificate certificate = Visitor.in(visitor.pem(Csrs.of(keys))).getFirst();

            assertThat(certificate.getSerialNumber().toString(16))
                    .isEqualTo(room.certificate
                            .prepared(Orders.REQUEST_ID)
                            .orElseThrow()
                            .serialNumber());
        }
    }

    @Nested
    class InsideTheDownloadPeriod {

        @Test
        void handsOutTheSameCertificateAndKeyAgain() throws Exception {
            byte[] first = visitor.pkcs12("1234");
            byte[] second = visitor.pkcs12("98765");
            assertThat(Visitor.in(second, "98765")).isEqualTo(Visitor.in(first, "1234"));
            assertThat(Visitor.store(second, "98765").getKey(Orders.REQUEST_ID, "98765".toCharArray()))
                    .isEqualTo(Visitor.store(first, "1234").getKey(Orders.REQUEST_ID, "1234".toCharArray()));
            assertThat(room.certificate.signatures()).hasSize(1);
            assertThat(room.certificate.downloads()).hasSize(2);
        }

        @Test
        void handsOutTheSameCertificateForTheSameRequest() throws Exception {
            KeyPair keys = Room.holderKeys();
            String first = visitor.pem(Csrs.of(keys));
            assertThat(visitor.pem(Csrs.of(keys))).isEqualTo(first);
            assertThat(room.certificate.signatures()).hasSize(1);
        }

        @Test
        void refusesARequestForAnotherKey() throws Exception {
            visitor.pem(Csrs.of(Room.holderKeys()));
            String other = Csrs.of(Room.holderKeys());
            assertThat(Visitor.refusal(() -> visitor.pem(other)).code())
                    .isEqualTo(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
        }

        @Test
        void refusesARequestAfterAKeyOfTheAuthority() throws Exception {
            visitor.pkcs12("1234");
            String csr = Csrs.of(Room.holderKeys());
            assertThat(Visitor.refusal(() -> visitor.pem(csr)).code()).isEqualTo(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
            assertThat(visitor.pkcs12("1234")).isNotEmpty();
        }

        @Test
        void refusesAKeyOfTheAuthorityAfterARequest() throws Exception {
            visitor.pem(Csrs.of(Room.holderKeys()));
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code())
                    .isEqualTo(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
            assertThat(escrowedKeys()).isZero();
        }

        @Test
        void refusesWhenTheKeyIsNotKeptAnyMore() {
            visitor.pkcs12("1234");
            JdbcClient.create(room.database)
                    .sql("DELETE FROM escrowed_holder_key")
                    .update();
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.KEY_NOT_KEPT);
        }

        @Test
        void refusesWhenTheKeyWasDestroyedBeforeThePeriodWasExtendedAndThatIsNotOnRecord() {
            JdbcClient.create(room.database)
                    .sql("INSERT INTO escrowed_holder_key (request_id, generation, download_until) VALUES (?, 1, ?)")
                    .params(Orders.REQUEST_ID, Orders.DOWNLOAD_UNTIL)
                    .update();
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.KEY_NOT_KEPT);
        }
    }

    @Nested
    class OnceTheNoticeIsReissued {

        private final String old = room.references.of(Orders.REQUEST_ID, 1);
        private final String valid = room.references.of(Orders.REQUEST_ID, 2);

        @Test
        void takesTheNewReferenceIdAlone() throws Exception {
            byte[] before = visitor.pkcs12("1234");
            room.certificate.reissueNotice(Orders.REQUEST_ID);
            room.editions.raise(Orders.REQUEST_ID, 2);

            assertThat(Visitor.refusal(() -> visitor.pkcs12(Orders.REQUEST_ID, old, "1234")))
                    .isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_REFUSED));
            byte[] after = visitor.pkcs12(Orders.REQUEST_ID, valid, "1234");
            assertThat(Visitor.in(after, "1234")).isEqualTo(Visitor.in(before, "1234"));
        }

        @Test
        void refusesTheOldReferenceIdAlsoBeforeTheDoorHasHeardOfIt() {
            room.certificate.reissueNotice(Orders.REQUEST_ID);
            for (int miss = 0; miss < 20; miss++) {
                String address = "192.0.2." + miss;
                assertThat(Visitor.refusal(() -> new Visitor(room, address).pkcs12("1234")))
                        .isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_REFUSED));
            }
            assertThat(room.certificate.downloads()).isEmpty();
            assertThat(escrowedKeys()).isZero();
        }

        @Test
        void countsTheOldReferenceIdAsAMiss() {
            room.certificate.reissueNotice(Orders.REQUEST_ID);
            for (int miss = 0; miss < 20; miss++) {
                assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.DOWNLOAD_REFUSED);
            }
            assertThat(Visitor.refusal(() -> visitor.pkcs12(UNKNOWN_REQUEST, WRONG_REFERENCE, "1234"))
                            .code())
                    .isEqualTo(ErrorCode.DOWNLOAD_LOCKED);
        }
    }

    @Nested
    class WhenTheIssuingKeyCannotBeUsed {

        @Test
        void saysThatSigningIsUnavailableAndSignsLater() throws Exception {
            room = room.restartWith(Broken::new);
            visitor = new Visitor(room);
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.SIGNING_UNAVAILABLE);
            assertThat(room.certificate.downloads()).isEmpty();

            room = room.restart();
            visitor = new Visitor(room);
            assertThat(Visitor.in(visitor.pkcs12("1234"), "1234")).isNotNull();
        }

        private record Broken(CertificateAuthority whole) implements CertificateAuthority {

            @Override
            public X509Certificate root() {
                return whole.root();
            }

            @Override
            public X509Certificate issuing() {
                return whole.issuing();
            }

            @Override
            public List<X509Certificate> issuers() {
                return whole.issuers();
            }

            @Override
            public byte[] sign(Linted linted) {
                throw new SigningFailed("no contact with the key");
            }
        }
    }

    @Nested
    class BeforeStrangers {

        @Test
        void givesOneAnswerForAWrongReferenceIdAndAnUnknownRequest() {
            Refusal wrong = Visitor.refusal(() -> visitor.pkcs12(Orders.REQUEST_ID, WRONG_REFERENCE, "1234"));
            Refusal unknown = Visitor.refusal(() -> visitor.pkcs12(UNKNOWN_REQUEST, WRONG_REFERENCE, "1234"));
            assertThat(wrong).isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_REFUSED)).isEqualTo(unknown);
            assertThat(room.certificate.metadata()).isEmpty();
        }

        @Test
        void locksARequestAfterFiveMissesEvenForTheRightReferenceId() {
            miss(5, Orders.REQUEST_ID);
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")))
                    .isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_LOCKED, "900"));
            room.clock.advance(Duration.ofMinutes(15));
            assertThat(visitor.pkcs12("1234")).isNotEmpty();
        }

        @Test
        void locksAnUnknownRequestJustTheSame() {
            miss(5, UNKNOWN_REQUEST);
            assertThat(Visitor.refusal(() -> visitor.pkcs12(UNKNOWN_REQUEST, WRONG_REFERENCE, "1234")))
                    .isEqualTo(Refusal.of(ErrorCode.DOWNLOAD_LOCKED, "900"));
        }

        @Test
        void locksAnAddressAfterTwentyMisses() {
            for (int index = 0; index < 20; index++) {
                miss(1, "2021031000001%02d".formatted(index));
            }
            assertThat(Visitor.refusal(() -> visitor.pkcs12("1234")).code()).isEqualTo(ErrorCode.DOWNLOAD_LOCKED);
            assertThat(new Visitor(room, "192.0.2.2").pkcs12("1234")).isNotEmpty();
        }

        @Test
        void doesNotLockTheAddressOfThoseWhoGetThrough() {
            for (int index = 0; index < 25; index++) {
                assertThat(visitor.pkcs12("1234")).isNotEmpty();
            }
        }

        @Test
        void countsFromTheBeginningAfterARightReferenceId() {
            miss(4, Orders.REQUEST_ID);
            visitor.pkcs12("1234");
            miss(4, Orders.REQUEST_ID);
            assertThat(visitor.pkcs12("1234")).isNotEmpty();
        }

        @Test
        void refusesBadInputWithoutTellingAnythingOrCountingIt() {
            for (int index = 0; index < 10; index++) {
                Refusal bad = Visitor.refusal(() -> visitor.pkcs12(Orders.REQUEST_ID, WRONG_REFERENCE, "12"));
                assertThat(bad.fields()).containsExactly(FieldError.of("password", FieldRule.PASSWORD));
            }
            Refusal csr = Visitor.refusal(() -> visitor.pem("none"));
            assertThat(csr.fields()).containsExactly(FieldError.of("csr", FieldRule.CSR_UNREADABLE));
            assertThat(visitor.pkcs12("1234")).isNotEmpty();
        }

        @Test
        void survivesAnyInput() {
            assertThatThrownBy(() -> visitor.pkcs12("9".repeat(100_000), "\u0000é😀".repeat(50_000), "1234"))
                    .isInstanceOf(Refused.class)
                    .hasMessage("DOWNLOAD_REFUSED");
        }

        private void miss(int times, String requestId) {
            for (int index = 0; index < times; index++) {
                assertThat(Visitor.refusal(() -> visitor.pkcs12(requestId, WRONG_REFERENCE, "1234"))
                                .code())
                        .isEqualTo(ErrorCode.DOWNLOAD_REFUSED);
            }
        }
    }

    private int escrowedKeys() {
        return JdbcClient.create(room.database)
                .sql("SELECT COUNT(*) FROM escrowed_holder_key")
                .query(Integer.class)
                .single();
    }
}
