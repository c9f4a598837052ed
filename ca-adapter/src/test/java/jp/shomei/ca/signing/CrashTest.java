package jp.shomei.ca.signing;

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
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.CompleteSigning;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.PreparedSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies between two steps, and another one goes on from what was on record and on disk. */
class CrashTest {

    private static final String REFERENCE_ID = new ReferenceIds(new byte[32]).of(Orders.REQUEST_ID, 1);
    private static final DownloadPkcs12 PKCS12 =
            new DownloadPkcs12(Orders.REQUEST_ID, REFERENCE_ID, "1234", "192.0.2.1");

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(names = "AFTER_RENEWAL", mode = EnumSource.Mode.EXCLUDE)
    void leavesOneCertificateThatTheNextDownloadHandsOut(SigningStep step) throws Exception {
        Room before = crashedAt(step, PKCS12);

        try (Room after = before.restart()) {
            X509Certificate first = downloaded(after);
            X509Certificate second = downloaded(after);

            assertThat(second).isEqualTo(first);
            assertThat(after.certificate.certificate(Orders.REQUEST_ID)).contains(Certificates.base64(first));
            assertThat(after.certificate.signatures()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_INTENT", "AFTER_SIGNATURE", "AFTER_RECORD", "AFTER_HANDOVER"})
    void isFinishedByTheCompletionAlone(SigningStep step) throws Exception {
        Room before = crashedAt(step, PKCS12);
        String serialNumber =
                before.certificate.prepared(Orders.REQUEST_ID).orElseThrow().serialNumber();

        try (Room after = before.restart()) {
            complete(after);
            complete(after);

            assertThat(after.certificate.signatures())
                    .singleElement()
                    .satisfies(signed -> assertThat(signed.serialNumber()).isEqualTo(serialNumber));
            assertThat(downloaded(after).getSerialNumber().toString(16)).isEqualTo(serialNumber);
            assertThat(after.certificate.signatures()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_ESCROW", "BEFORE_INTENT"})
    void leavesNothingToFinishBeforeTheIntent(SigningStep step) {
        Room before = crashedAt(step, PKCS12);

        try (Room after = before.restart()) {
            complete(after);
            assertThat(after.certificate.certificate(Orders.REQUEST_ID)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AFTER_RENEWAL", "AFTER_ESCROW"},
            mode = EnumSource.Mode.EXCLUDE)
    void leavesOneCertificateForTheKeyOfARequest(SigningStep step) throws Exception {
        KeyPair keys = Room.holderKeys();
        String csr = Csrs.of(keys);
        Room before = crashedAt(step, forRequest(csr));

        try (Room after = before.restart()) {
            complete(after);
            String pem = new String(send(after, forRequest(csr)).file(), StandardCharsets.US_ASCII);
            X509Certificate certificate = Certificates.read(pem.getBytes(StandardCharsets.US_ASCII));

            assertThat(certificate.getPublicKey()).isEqualTo(keys.getPublic());
            assertThat(after.certificate.signatures()).hasSize(1);
        }
    }

    @Test
    void letsTheHolderSendARequestAfterACrashBeforeTheIntent() throws Exception {
        Room before = crashedAt(SigningStep.AFTER_ESCROW, PKCS12);

        try (Room after = before.restart()) {
            send(after, forRequest(Csrs.of(Room.holderKeys())));
            after.certificate.today(Orders.DOWNLOAD_UNTIL.plusDays(1));
            after.destruction.run(Orders.DOWNLOAD_UNTIL.plusDays(1));
            assertThat(after.certificate.destroyed()).isEmpty();
        }
    }

    @Test
    void isFollowedUpByTheReactionToTheIntent() {
        Room before = crashedAt(SigningStep.AFTER_INTENT, PKCS12);
        PreparedSigning prepared =
                before.certificate.prepared(Orders.REQUEST_ID).orElseThrow();

        try (Room after = before.restart()) {
            new WhenSigningPreparedThenComplete(after.gateway)
                    .on(new CertificateSigningPrepared(
                            Orders.REQUEST_ID,
                            prepared.generation(),
                            prepared.serialNumber(),
                            "ec-p256",
                            prepared.keyOrigin(),
                            prepared.publicKeySha256(),
                            prepared.toBeSigned(),
                            ""));

            assertThat(after.certificate.certificate(Orders.REQUEST_ID)).isPresent();
            assertThat(after.certificate.metadata()).last().satisfies(metadata -> assertThat(metadata)
                    .containsEntry("channel", "reaction"));
        }
    }

    private static DownloadForRequest forRequest(String csr) {
        return new DownloadForRequest(Orders.REQUEST_ID, REFERENCE_ID, csr, "192.0.2.1");
    }

    private static Room crashedAt(SigningStep step, Object download) {
        Room room = Room.open((reached, requestId) -> {
            if (reached == step) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> send(room, download)).isInstanceOf(Crash.class);
        return room;
    }

    private static X509Certificate downloaded(Room room) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(send(room, PKCS12).file()), "1234".toCharArray());
        return (X509Certificate) Objects.requireNonNull(store.getCertificate(Orders.REQUEST_ID));
    }

    private static void complete(Room room) {
        room.gateway.sendAndWait(new CompleteSigning(Orders.REQUEST_ID), 60, TimeUnit.SECONDS);
    }

    private static HandedOut send(Room room, Object command) {
        return (HandedOut) room.gateway.sendAndWait(command, 60, TimeUnit.SECONDS);
    }
}
