package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.shomei.ca.Room;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.contracts.certificate.RenewCertificate;
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
    private Thread thread = Thread.currentThread();
    private final JdbcClient database = JdbcClient.create(room.database);

    @BeforeEach
    void keepTwoKeys() {
        room.escrowTable.insert(OVER, 1, LAST_DAY, new byte[] {1});
        room.escrowTable.insert(OPEN, 1, LAST_DAY.plusDays(1), new byte[] {2});
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void keepsKeysThroughTheLastDay() {
        run(LAST_DAY);
        assertThat(rows()).isEqualTo(2);
        assertThat(room.certificate.destroyed()).isEmpty();
    }

    @Test
    void destroysAKeyOnTheDayAfterAndRecordsIt() {
        run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isEmpty();
        assertThat(room.escrowTable.ciphertext(OPEN, 1)).isPresent();
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(room.certificate.metadata())
                .allSatisfy(metadata -> assertThat(metadata).containsEntry("channel", "daily-run"));
    }

    @Test
    void doesNothingTheSecondTime() {
        run(LAST_DAY.plusDays(1));
        run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
    }

    @Test
    void destroysEvenWhenItCannotBeRecordedAndRecordsItLater() {
        room.certificate.refuseRecords(true);
        run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isEmpty();
        assertThat(rows()).isEqualTo(2);

        room.certificate.refuseRecords(false);
        run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void keepsAKeyThatMayBeDownloadedForLongerUntilThatDay() {
        room.certificate.extendDownload(LAST_DAY.plusDays(30));
        run(LAST_DAY.plusDays(1));
        run(LAST_DAY.plusDays(30));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isPresent();
        assertThat(room.certificate.destroyed()).isEmpty();

        run(LAST_DAY.plusDays(31));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isEmpty();
        assertThat(room.certificate.destroyed()).containsExactly(OVER, OPEN);
    }

    @Test
    void keepsAKeyWhileTheCertificateCannotBeAsked() {
        room.certificate.refuse(ErrorCode.TEMPORARILY_UNAVAILABLE);
        run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isPresent();

        room.certificate.refuse(null);
        run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isEmpty();
    }

    @Test
    void destroysTheKeyOfARevokedCertificate() {
        room.certificate.refuse(ErrorCode.ALREADY_REVOKED);
        run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
    }

    @Test
    void destroysWhatIsLeftOfARenewedCertificateWithoutCallingTheRenewalsKeyDestroyed() {
        room.escrowTable.insert(OVER, 2, LAST_DAY.plusDays(200), new byte[] {3});
        room.certificate.extendDownload(LAST_DAY.plusDays(200));
        room.gateway.sendAndWait(new RenewCertificate(OVER, null), 60, TimeUnit.SECONDS);
        run(LAST_DAY.plusDays(1));
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isEmpty();
        assertThat(room.escrowTable.ciphertext(OVER, 2)).isPresent();
        assertThat(room.certificate.destroyed()).isEmpty();
    }

    @Test
    void destroysEveryKeyOfACertificateAtOnce() {
        room.escrowTable.insert(OVER, 2, LAST_DAY.plusDays(200), new byte[] {3});
        room.destruction.destroy(OVER);
        assertThat(room.escrowTable.of(OVER)).isEmpty();
        assertThat(room.escrowTable.ciphertext(OPEN, 1)).isPresent();
        assertThat(room.certificate.destroyed()).containsOnly(OVER);
    }

    @Test
    void recordsWhatWasDestroyedBeforeACrash() {
        room.escrowTable.blank(new EscrowTable.Row(OVER, 1, false));
        run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).containsExactly(OVER);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void asksOnlyWhenNobodyElseWorksOnTheCertificate() {
        RequestLocks locks = new RequestLocks();
        EscrowedKeyDestruction destruction =
                new EscrowedKeyDestruction(room.escrowTable, locks, room.gateway, RevocationSteps.UNOBSERVED);
        room.certificate.today(LAST_DAY.plusDays(1));
        CompletableFuture<Void> run = locks.holding(OVER, () -> {
            CompletableFuture<Void> started =
                    CompletableFuture.runAsync(() -> destruction.run(LAST_DAY.plusDays(1)), this::start);
            awaitUntil(() -> started.isDone() || thread.getState() == Thread.State.TIMED_WAITING && isAtALock());
            room.certificate.extendDownload(LAST_DAY.plusDays(30));
            return started;
        });
        run.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(room.escrowTable.ciphertext(OVER, 1)).isPresent();
        assertThat(room.certificate.destroyed()).isEmpty();
    }

    @Test
    void goesThroughMoreKeysThanOneBatch() {
        IntStream.range(100, 550)
                .forEach(number -> room.escrowTable.insert("202103100000" + number, 1, LAST_DAY, new byte[] {1}));
        run(LAST_DAY.plusDays(1));
        assertThat(room.certificate.destroyed()).hasSize(451).doesNotHaveDuplicates();
        assertThat(rows()).isEqualTo(1);
    }

    private void start(Runnable work) {
        thread = new Thread(work);
        thread.start();
    }

    private boolean isAtALock() {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(RequestLocks.class.getName()));
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void run(LocalDate day) {
        room.certificate.today(day);
        room.destruction.run(day);
    }

    private int rows() {
        return database.sql("SELECT COUNT(*) FROM escrowed_holder_key")
                .query(Integer.class)
                .single();
    }
}
