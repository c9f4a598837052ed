package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.LedgerId;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateLedgersTest {

    private static final BillingMonth MONTH = BillingMonth.of("2024-06");
    private final FeeRoom room = new FeeRoom();
    private final Ledgers ledgers = room.aggregateLedgers();

    AggregateLedgersTest() {
        room.goTo(LocalDate.of(2024, 6, 1));
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void aMonthWithoutAnyHistoryIsOpenAndStaysSoWhenAskedFor() {
        assertThat(isOpen(MONTH)).isTrue();
        assertThat(isOpen(MONTH)).isTrue();
        assertThat(room.history()).isEmpty();
    }

    @Test
    void aMonthIsOpenUntilItsClosingBegins() {
        assertThat(isOpen(MONTH)).isTrue();
        begin();
        assertThat(isOpen(MONTH)).isFalse();
        assertThat(isOpen(MONTH)).isFalse();
        assertThat(isOpen(MONTH.next())).isTrue();
    }

    @Test
    void whoIsToldThatAMonthIsOpenIsDoneBeforeItsClosingBegins() throws InterruptedException {
        UnitOfWork<?> charging = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage(CLINIC));
        assertThat(ledgers.isOpen(MONTH)).isTrue();
        Thread closing = new Thread(this::begin);
        closing.start();
        awaitWaiting(closing);
        assertThat(room.history()).isEmpty();

        charging.commit();

        closing.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(room.history())
                .hasOnlyElementsOfType(LedgerClosingBegun.class)
                .hasSize(1);
    }

    @Test
    void aMonthThatIsClosedIsHeldByNobody() throws InterruptedException {
        begin();
        isOpen(MONTH);
        UnitOfWork<?> collecting = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage(CLINIC));
        assertThat(ledgers.isOpen(MONTH)).isFalse();
        Thread other = new Thread(this::begin);
        other.start();
        other.join(TimeUnit.SECONDS.toMillis(5));
        assertThat(other.isAlive()).isFalse();
        collecting.commit();
    }

    private void begin() {
        room.send(new BeginLedgerClosing(LedgerId.of(MONTH)));
    }

    private boolean isOpen(BillingMonth month) {
        return DefaultUnitOfWork.startAndGet(GenericMessage.asMessage(CLINIC))
                .executeWithResult(() -> ledgers.isOpen(month))
                .getPayload();
    }

    private static void awaitWaiting(Thread thread) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).as("the thread waits in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
