package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.Journal;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.notice.NoticePrepared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random years of thousands of certificates, against {@link ExpectedCharges}: letters that come back, renewals, prices and
 * methods that change, reversals, results that are late, wrong or sent twice, write-offs, and processes that die.
 * {@code -Dshomei.fee.issues=N} for more, {@code -Dshomei.seed=N} for other years.
 */
class FeeHistoriesTest {

    private static final int ISSUES = Integer.getInteger("shomei.fee.issues", 2_000);
    private static final long SEED = Long.getLong("shomei.seed", 20_240_104);
    private static final int PAYERS = 40;
    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 4);
    private static final LocalDate NO_MORE_ISSUES = LocalDate.of(2025, 1, 5);
    private static final LocalDate RENEWALS = LocalDate.of(2026, 12, 20);
    private static final LocalDate NO_MORE_RENEWALS = LocalDate.of(2028, 4, 20);
    private static final LocalDate SETTLING = LocalDate.of(2028, 12, 1);
    private static final LocalDate END = LocalDate.of(2029, 10, 1);

    private final Random random = new Random(SEED);
    private final FeeRoom room = new FeeRoom(ExpectedCharges.prices());
    private final RandomPayers payers = new RandomPayers(random, PAYERS);
    private final ExpectedCharges expected = new ExpectedCharges();
    private final RandomFees fees = new RandomFees(random, room, payers, expected);
    private final RandomCollecting collecting = new RandomCollecting(random, room);
    private final Map<String, BillInvariants> invariants = new HashMap<>();
    private final Set<Class<?>> kinds = new HashSet<>();
    private Map<Account, Long> balances = Map.of();
    private int seen;

    FeeHistoriesTest() {
        room.filed = payers;
    }

    @AfterEach
    void stop() {
        collecting.close();
        room.close();
    }

    @Test
    void everyGenerationAndEveryLetterIsChargedOnceAndEveryYenIsAccountedFor() {
        System.out.printf("Years of fees, seed %d.%n", SEED);
        double owed = 0;
        LocalDate before = BEGIN;
        for (LocalDate day = BEGIN; day.isBefore(END); day = day.plusDays(1L + random.nextInt(stride(day)))) {
            owed += day.isBefore(NO_MORE_ISSUES) ? (double) ISSUES * (day.toEpochDay() - before.toEpochDay()) / 366 : 0;
            live(day, (int) owed);
            owed -= (int) owed;
            before = day;
        }
        room.reactAgain();
        chargedAsExpected();
        closedAsExpected();
        settled();
        System.out.printf(
                "%d events, %d charges and reversals, %d bills, %d months.%n",
                room.size(),
                expected.inOrder().size(),
                invariants.size(),
                room.of(LedgerClosed.class).size());
    }

    private static int stride(LocalDate day) {
        boolean busy = day.isBefore(NO_MORE_ISSUES) || day.isAfter(RENEWALS) && day.isBefore(NO_MORE_RENEWALS);
        return busy ? 3 : 14;
    }

    private void live(LocalDate day, int applications) {
        room.goTo(day);
        if (day.isBefore(SETTLING)) {
            fees.reverse(day);
        }
        if (random.nextInt(3) == 0) {
            payers.chooseAnew();
        }
        for (int one = 0; one < applications; one++) {
            fees.apply(day);
        }
        fees.decide(day);
        fees.post(day);
        if (day.isAfter(RENEWALS) && day.isBefore(NO_MORE_RENEWALS)) {
            fees.renew(day, ISSUES / 150);
        }
        collecting.react();
        see();
        close(day);
        collecting.collect();
        see();
        report(day);
    }

    /** By the first of its own month at the latest, and at times as soon as it is complete. */
    private void close(LocalDate day) {
        YearMonth present = YearMonth.from(day);
        List<YearMonth> due = expected.inOrder().stream()
                .map(ExpectedCharges.Line::month)
                .distinct()
                .filter(month -> !expected.isClosed(month))
                .filter(month ->
                        !month.isAfter(present) || month.equals(present.plusMonths(1)) && random.nextInt(12) == 0)
                .sorted()
                .toList();
        for (YearMonth month : due) {
            collecting.close(month);
            expected.closed(month);
            see();
        }
    }

    private void report(LocalDate day) {
        boolean settling = day.isAfter(SETTLING);
        for (YearMonth month : expected.closed()) {
            boolean recent = month.isAfter(YearMonth.from(day).minusMonths(4));
            if (settling || random.nextInt(recent ? 8 : 60) == 0) {
                collecting.report(month, day, settling);
            }
        }
        if (random.nextInt(4) == 0) {
            collecting.reportAgain();
        }
        see();
        collecting.giveUp(settling ? 2 : 20, settling ? billId -> {} : billId -> fees.takeBack(billId, day));
        see();
    }

    /** Takes in what happened, after each event of which the accounts add up. */
    private void see() {
        List<Object> news = room.historyFrom(seen);
        seen += news.size();
        for (Object event : news) {
            if (event instanceof NoticePrepared notice) {
                fees.prepared(notice);
            } else if (event instanceof FeeEvent fee) {
                kinds.add(fee.getClass());
                collecting.see(fee);
                if (fee instanceof FeeWrittenOff written) {
                    fees.givenUp(written.billId());
                }
                invariants
                        .computeIfAbsent(fee.billId(), bill -> new BillInvariants())
                        .see(fee);
                balances = Journal.sum(balances, Journal.entries(fee));
                assertThat(sum(balances)).as("the trial balance").isZero();
                asChosen(fee);
            }
        }
    }

    private void asChosen(FeeEvent event) {
        if (event instanceof DeductionInstructed one && one.attempt() == 1) {
            assertThat(payers.deducts(BillId.institution(one.billId()))).isTrue();
        } else if (event instanceof SlipPlanned one && one.cause() == SlipPlanned.Cause.METHOD) {
            assertThat(payers.deducts(BillId.institution(one.billId()))).isFalse();
        }
    }

    private void chargedAsExpected() {
        List<FeeCharged> charged = room.charged();
        Map<String, ExpectedCharges.Line> lines = charged.stream()
                .map(one -> new ExpectedCharges.Line(
                        one.charge().chargeId(),
                        one.institution(),
                        one.charge().amount(),
                        BillId.month(one.billId()).month()))
                .collect(Collectors.toMap(ExpectedCharges.Line::chargeId, line -> line, this::twice, TreeMap::new));
        assertThat(lines).isEqualTo(expected.byName());
    }

    private ExpectedCharges.Line twice(ExpectedCharges.Line one, ExpectedCharges.Line other) {
        throw new AssertionError("charged twice: " + one + " and " + other);
    }

    /** Each month came to what was charged to it, and would be closed with the same digest today. */
    private void closedAsExpected() {
        for (LedgerClosed closed : room.of(LedgerClosed.class)) {
            BillingMonth month = LedgerId.month(closed.ledgerId());
            List<ExpectedCharges.Line> lines = expected.inOrder().stream()
                    .filter(line -> line.month().equals(month.month()))
                    .toList();
            assertThat(closed.totals().lineCount()).as("lines of " + month).isEqualTo(lines.size());
            assertThat(closed.totals().amount())
                    .as("sum of " + month)
                    .isEqualTo(lines.stream()
                            .mapToLong(ExpectedCharges.Line::amount)
                            .sum());
            assertThat(room.reader.handle(new MeasureLedger(month)).sha256()).isEqualTo(closed.sha256());
        }
    }

    private void settled() {
        assertThat(kinds).as("every event there is").containsExactlyInAnyOrder(FeeEvent.class.getPermittedSubclasses());
        assertThat(invariants)
                .allSatisfy((bill, one) -> assertThat(one.isOver()).isTrue());
        long charged = expected.inOrder().stream()
                .mapToLong(ExpectedCharges.Line::amount)
                .sum();
        assertThat(balances.get(Account.RECEIVABLE)).isZero();
        assertThat(balances.get(Account.OFFSET)).isZero();
        assertThat(balances.get(Account.FEES) + balances.get(Account.TAX)).isEqualTo(-charged);
        assertThat(balances.get(Account.DEDUCTED) + balances.get(Account.PAID) + balances.get(Account.WRITTEN_OFF))
                .isEqualTo(charged);
    }

    private static long sum(Map<Account, Long> accounts) {
        return accounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
