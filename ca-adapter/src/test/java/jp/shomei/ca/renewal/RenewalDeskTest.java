package jp.shomei.ca.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.signing.SigningStep;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenewalDeskTest {

    private static final String PASSWORD = "1234";

    private Room room = Room.open();
    private KeyPair firstKeys = Room.holderKeys();
    private String firstSerial = "";

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void downloadTheFirstCertificate() throws Exception {
        firstSerial = serial(certificate(download(Csrs.of(firstKeys))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class ForAKeyOfTheAuthority {

        @Test
        void handsOutANewCertificateWithANewKey() throws Exception {
            X509Certificate renewed = in(pkcs12(PASSWORD, null));
            assertThat(serial(renewed)).isNotEqualTo(firstSerial);
            assertThat(renewed.getPublicKey()).isNotEqualTo(firstKeys.getPublic());
            assertThat(room.certificate
                            .prepared(Orders.REQUEST_ID)
                            .orElseThrow()
                            .generation())
                    .isEqualTo(2);
            assertThat(room.certificate.downloads())
                    .last()
                    .isEqualTo(new RecordDownload(Orders.REQUEST_ID, DownloadForm.PKCS12));
        }

        @Test
        void tellsWhatIsOnRecordWithoutShowingTheFile() {
            HandedOut done = send(new RenewPkcs12(Orders.REQUEST_ID, PASSWORD, null));
            assertThat(done.recorded()).isEqualTo(new Recorded(Recorded.Kind.CERTIFICATE, Orders.REQUEST_ID, 0));
            assertThat(done).hasToString("HandedOut[CERTIFICATE:" + Orders.REQUEST_ID + ":0]");
        }

        @Test
        void keepsTheKeyForTheHolderToAskAgain() throws Exception {
            X509Certificate renewed = in(pkcs12(PASSWORD, firstSerial));
            assertThat(in(pkcs12("98765", firstSerial), "98765")).isEqualTo(renewed);
        }

        @Test
        void isNotOpenedByTheNoticeOfTheIssue() throws Exception {
            pkcs12(PASSWORD, null);
            DownloadPkcs12 byNotice = new DownloadPkcs12(
                    Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), "98765", "192.0.2.1");
            assertThat(refusal(() -> send(byNotice)).code()).isEqualTo(ErrorCode.DOWNLOAD_REFUSED);
        }

        @Test
        void readsThePasswordBeforeItBeginsAnything() {
            assertThat(refusal(() -> pkcs12("12", null)).fields().getFirst().rule())
                    .isEqualTo(FieldRule.PASSWORD);
            assertThat(room.certificate.renewals()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void goesOnAfterACrash(SigningStep step) throws Exception {
            crash(step, () -> pkcs12(PASSWORD, firstSerial));
            X509Certificate renewed = in(pkcs12(PASSWORD, firstSerial));
            assertThat(in(pkcs12("5678", firstSerial), "5678")).isEqualTo(renewed);
            assertThat(room.certificate.renewals()).hasSize(1);
            assertThat(room.certificate.signatures()).hasSize(2);
        }
    }

    @Nested
    class ForAKeyOfTheHolder {

        private final KeyPair newKeys = Room.holderKeys();

        @Test
        void handsOutACertificateForThatKey() throws Exception {
            X509Certificate renewed = certificate(pem(Csrs.of(newKeys), firstSerial));
            assertThat(renewed.getPublicKey()).isEqualTo(newKeys.getPublic());
            assertThat(serial(renewed)).isNotEqualTo(firstSerial);
        }

        @Test
        void answersTheSameRequestWithTheSameCertificateAndOneFee() throws Exception {
            String first = pem(Csrs.of(newKeys), firstSerial);
            assertThat(pem(Csrs.of(newKeys), firstSerial)).isEqualTo(first);
            assertThat(room.certificate.renewals()).hasSize(1);
        }

        @Test
        void refusesAnotherKeyWhileTheRenewalGoesOn() throws Exception {
            pem(Csrs.of(newKeys), firstSerial);
            String other = Csrs.of(Room.holderKeys());
            assertThat(refusal(() -> pem(other, firstSerial)).code()).isEqualTo(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
            assertThat(refusal(() -> pkcs12(PASSWORD, firstSerial)).code())
                    .isEqualTo(ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY);
        }

        @Test
        void refusesTheKeyOfTheCertificateThatIsRenewedBeforeItBeginsAnything() throws Exception {
            String old = Csrs.of(firstKeys);
            assertThat(refusal(() -> pem(old, firstSerial)).code()).isEqualTo(ErrorCode.KEY_REUSED);
            assertThat(refusal(() -> pem(old, null)).code()).isEqualTo(ErrorCode.KEY_REUSED);
            assertThat(room.certificate.renewals()).isEmpty();
        }

        @Test
        void refusesTheKeyOfAnyEarlierGenerationAndOfAnyOtherCertificate() throws Exception {
            X509Certificate second = certificate(pem(Csrs.of(newKeys), firstSerial));
            String oldest = Csrs.of(firstKeys);
            assertThat(refusal(() -> pem(oldest, serial(second))).code()).isEqualTo(ErrorCode.KEY_REUSED);
            String newest = Csrs.of(newKeys);
            assertThat(refusal(() -> pem(newest, serial(second))).code()).isEqualTo(ErrorCode.KEY_REUSED);
            KeyPair foreign = Room.holderKeys();
            room.usedKeys.claim(keyDigest(foreign), "202103100000099", 1);
            String others = Csrs.of(foreign);
            assertThat(refusal(() -> pem(others, serial(second))).code()).isEqualTo(ErrorCode.KEY_REUSED);
            assertThat(room.certificate.renewals()).hasSize(1);
        }

        @Test
        void refusesThePortalTheKeyOfTheCertificateInUseBeforeItBeginsAnything() throws Exception {
            pem(Csrs.of(newKeys), firstSerial);
            String second = Csrs.of(newKeys);
            assertThat(refusal(() -> pem(second, null)).code()).isEqualTo(ErrorCode.KEY_REUSED);
            assertThat(room.certificate.renewals()).hasSize(1);
        }

        @Test
        void claimsNoKeyForWhoeverIsNotLetPass() throws Exception {
            String csr = Csrs.of(newKeys);
            assertThat(refusal(() -> pem(csr, "abcd")).code()).isEqualTo(ErrorCode.NOT_YOUR_CERTIFICATE);
            room.certificate.refuse(ErrorCode.RENEWAL_TOO_EARLY);
            assertThat(refusal(() -> pem(csr, firstSerial)).code()).isEqualTo(ErrorCode.RENEWAL_TOO_EARLY);
            assertThat(room.usedKeys.claim(keyDigest(newKeys), "202103100000099", 1))
                    .isTrue();
        }

        @Test
        void goesOnForAnotherKeyAndNoSecondFeeIfSomebodyElseWasFasterWithTheFirst() throws Exception {
            room = room.restart((reached, requestId) -> {
                if (reached == SigningStep.AFTER_RENEWAL) {
                    room.usedKeys.claim(keyDigest(newKeys), "202103100000099", 1);
                }
            });
            String csr = Csrs.of(newKeys);
            assertThat(refusal(() -> pem(csr, firstSerial)).code()).isEqualTo(ErrorCode.KEY_REUSED);
            KeyPair others = Room.holderKeys();
            assertThat(certificate(pem(Csrs.of(others), firstSerial)).getPublicKey())
                    .isEqualTo(others.getPublic());
            assertThat(room.certificate.renewals()).hasSize(1);
        }

        @Test
        void refusesAnUnreadableRequestBeforeItBeginsAnything() {
            assertThat(refusal(() -> pem("none", firstSerial))
                            .fields()
                            .getFirst()
                            .rule())
                    .isEqualTo(FieldRule.CSR_UNREADABLE);
            assertThat(room.certificate.renewals()).isEmpty();
        }

        @Test
        void passesOnWhatTheCertificateRefuses() throws Exception {
            String csr = Csrs.of(newKeys);
            assertThat(refusal(() -> pem(csr, "abcd")).code()).isEqualTo(ErrorCode.NOT_YOUR_CERTIFICATE);
            room.certificate.refuse(ErrorCode.RENEWAL_TOO_EARLY);
            assertThat(refusal(() -> pem(csr, firstSerial)).code()).isEqualTo(ErrorCode.RENEWAL_TOO_EARLY);
        }

        @ParameterizedTest
        @EnumSource(names = "AFTER_ESCROW", mode = EnumSource.Mode.EXCLUDE)
        void goesOnAfterACrash(SigningStep step) throws Exception {
            String csr = Csrs.of(newKeys);
            crash(step, () -> pem(csr, firstSerial));
            X509Certificate renewed = certificate(pem(csr, firstSerial));
            assertThat(renewed.getPublicKey()).isEqualTo(newKeys.getPublic());
            assertThat(room.certificate.renewals()).hasSize(1);
            assertThat(room.certificate.signatures()).hasSize(2);
        }

        @Test
        void leavesNoKeyOfTheAuthorityBehind() throws Exception {
            crash(SigningStep.AFTER_ESCROW, () -> pkcs12(PASSWORD, firstSerial));
            pem(Csrs.of(newKeys), firstSerial);
            assertThat(org.springframework.jdbc.core.simple.JdbcClient.create(room.database)
                            .sql("SELECT COUNT(*) FROM escrowed_holder_key")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    /** The process dies at a step of the renewal; from then on another one is there. */
    private void crash(SigningStep step, ThrowingCallable renewal) {
        room = room.restart((reached, requestId) -> {
            if (reached == step) {
                throw new Crash();
            }
        });
        assertThatThrownBy(renewal).isInstanceOf(Crash.class);
        room = room.restart();
    }

    private String download(String csr) {
        return text(send(
                new DownloadForRequest(Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), csr, "192.0.2.1")));
    }

    private byte[] pkcs12(String password, @Nullable String presented) {
        return send(new RenewPkcs12(Orders.REQUEST_ID, password, presented)).file();
    }

    private String pem(String csr, @Nullable String presented) {
        return text(send(new RenewForRequest(Orders.REQUEST_ID, csr, presented)));
    }

    private static String text(HandedOut done) {
        return new String(done.file(), StandardCharsets.US_ASCII);
    }

    private HandedOut send(Object command) {
        return HandedOut.class.cast(room.gateway.sendAndWait(command, 60, TimeUnit.SECONDS));
    }

    private static Refusal refusal(ThrowingCallable call) {
        return Objects.requireNonNull(
                        org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, call), "not refused")
                .refusal();
    }

    private static X509Certificate certificate(String pem) {
        return Certificates.read(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static X509Certificate in(byte[] file) throws Exception {
        return in(file, PASSWORD);
    }

    private static X509Certificate in(byte[] file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password.toCharArray());
        return (X509Certificate) Objects.requireNonNull(store.getCertificate(Orders.REQUEST_ID));
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    private static String keyDigest(KeyPair keys) {
        return jp.shomei.ca.x509.PublicKeys.sha256(jp.shomei.ca.x509.PublicKeys.of(keys.getPublic()));
    }
}
