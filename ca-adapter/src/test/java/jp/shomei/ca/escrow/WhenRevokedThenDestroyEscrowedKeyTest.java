package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.Register;
import jp.shomei.ca.Room;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RevocationReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhenRevokedThenDestroyEscrowedKeyTest {

    private static final String ID = "202103100000001";
    private static final CertificateRevoked REVOKED = Register.revoked(
            ID, "ab", "0".repeat(64), RevocationReason.SUPERSEDED, Instant.parse("2021-04-01T00:00:00Z"));

    private final Room room = Room.open();
    private final WhenRevokedThenDestroyEscrowedKey reaction = new WhenRevokedThenDestroyEscrowedKey(room.destruction);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void destroysTheKeyLongBeforeTheDownloadPeriodEndsAndRecordsItOnce() {
        room.escrowTable.insert(ID, 1, LocalDate.of(2021, 9, 6), new byte[] {1});
        reaction.on(REVOKED);
        reaction.on(REVOKED);
        assertThat(room.escrowTable.ciphertext(ID, 1)).isEmpty();
        assertThat(room.certificate.destroyed()).containsExactly(ID);
    }

    @Test
    void destroysTheKeyBeforeItIsRecordedAndForgetsItAfter() {
        room.escrowTable.insert(ID, 1, LocalDate.of(2021, 9, 6), new byte[] {1});
        List<String> course = new ArrayList<>();
        RevocationSteps steps = (step, requestId) -> course.add("%s %s: key %s, records %s, rows %s"
                .formatted(
                        step,
                        requestId,
                        room.escrowTable.ciphertext(ID, 1).isPresent(),
                        room.certificate.destroyed().size(),
                        room.escrowTable.of(ID).size()));
        new EscrowedKeyDestruction(room.escrowTable, new RequestLocks(), room.gateway, steps).destroy(ID);
        assertThat(course)
                .containsExactly(
                        "AFTER_KEY_BLANKED " + ID + ": key false, records 0, rows 1",
                        "AFTER_KEY_RECORD " + ID + ": key false, records 1, rows 1");
        assertThat(room.escrowTable.of(ID)).isEmpty();
    }

    @Test
    void recordsNothingIfNoKeyWasKept() {
        reaction.on(REVOKED);
        assertThat(room.certificate.destroyed()).isEmpty();
    }

    @Test
    void isTriedAgainIfItCannotBeRecorded() {
        room.escrowTable.insert(ID, 1, LocalDate.of(2021, 9, 6), new byte[] {1});
        room.certificate.refuseRecords(true);
        assertThatThrownBy(() -> reaction.on(REVOKED)).isInstanceOf(RuntimeException.class);
        room.certificate.refuseRecords(false);
        reaction.on(REVOKED);
        assertThat(room.certificate.destroyed()).containsExactly(ID);
    }
}
