package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import jp.shomei.ca.Room;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EscrowedKeyDestructionTest {

    private static final String OVER = "202103100000001";
    private static final String OPEN = "202103100000002";
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 9, 6);

    private final Room room = Room.open();
    private final JdbcClient database = JdbcClient.create(room.database);

    @BeforeEach
    void keepTwoKeys() {
        room.escrowTable.insert(OVER, LAST_DAY, new byte[] {1});
        room.escrowTable.insert(OPEN, LAST_DAY.plusDays(1), new byte[] {2});
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void keepsKeysThroughTheLastDay() {
        room.destruction.run(LAST_DAY);
        assertThat(rows()).isEqualTo(2);
        assertThat(room.certificate.destroyed()).isEmpty();
    }

    @Test
    void destroysAKeyOnTheDayAfterAndRecordsIt() {
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER)).isEmpty();
        assertThat(room.escrowTable.ciphertext(OPEN)).isPresent();
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(room.certificate.metadata())
                .allSatisfy(metadata -> assertThat(metadata).containsEntry("channel", "daily-run"));
    }

    @Test
    void doesNothingTheSecondTime() {
        room.destruction.run(LAST_DAY.plusDays(1));
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
    }

    @Test
    void destroysEvenWhenItCannotBeRecordedAndRecordsItLater() {
        room.certificate.refuse(ErrorCode.TEMPORARILY_UNAVAILABLE);
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER)).isEmpty();
        assertThat(rows()).isEqualTo(2);

        room.certificate.refuse(null);
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void recordsWhatWasDestroyedBeforeACrash() {
        room.escrowTable.blank(OVER);
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void goesThroughMoreKeysThanOneBatch() {
        IntStream.range(100, 550)
                .forEach(number -> room.escrowTable.insert("202103100000" + number, LAST_DAY, new byte[] {1}));
        room.destruction.run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).hasSize(451).doesNotHaveDuplicates();
        assertThat(rows()).isEqualTo(1);
    }

    private int rows() {
        return database.sql("SELECT COUNT(*) FROM escrowed_key")
                .query(Integer.class)
                .single();
    }
}
