package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.RandomFees;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months of fees as they may go, of which one after the other is closed. */
class ClosedLedgerTest extends FeeQueryTest {

    private static final BillingMonth SECOND = MONTH.next();
    private static final BillingMonth THIRD = SECOND.next();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheSameToTheByteWhateverFollowsAndHoweverOftenItIsBuiltAnew(long seed) {
        RandomFees fees = new RandomFees(seed, events, 40);
        fees.charge(MONTH, 150);
        fees.charge(SECOND, 20);
        String first = close(fees, MONTH);
        fees.goOn(MONTH, 200, SECOND);
        assertThat(file(MONTH, LedgerFile.LEDGER)).isEqualTo(first);

        String second = close(fees, SECOND);
        fees.goOn(MONTH, 100, THIRD);
        fees.goOn(SECOND, 100, THIRD);
        Map<String, Map<Object, Document>> before = fixture.awaitTakenIn().contents(FeeLedgerModel.NAME);
        fixture.send(new ReplayProjection(FeeLedgerModel.NAME));
        Await.until("it is rebuilt", () -> fixture.view(FeeLedgerModel.NAME).state() == State.RUNNING);
        assertThat(fixture.contents(FeeLedgerModel.NAME)).isEqualTo(before);
        assertThat(file(MONTH, LedgerFile.LEDGER)).isEqualTo(first);

        loseReadModels();
        assertThat(fixture.awaitTakenIn().contents(FeeLedgerModel.NAME)).isEqualTo(before);
        assertThat(file(MONTH, LedgerFile.LEDGER)).isEqualTo(first);
        assertThat(file(SECOND, LedgerFile.LEDGER)).isEqualTo(second);
        assertThat(ask(new MeasureLedger(MONTH), LedgerMeasure.class).sha256()).isEqualTo(sha256(first));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void hasALineForEveryChargeAndTotalsOfThemAllAndBalancedAccounts(long seed) {
        RandomFees fees = new RandomFees(seed, events, 30);
        fees.charge(MONTH, 100);
        assertAddsUp(fees, MONTH);
        close(fees, MONTH);
        for (int time = 0; time < 5; time++) {
            fees.goOn(MONTH, 30, SECOND);
            assertAddsUp(fees, MONTH);
            assertAddsUp(fees, SECOND);
        }
    }

    /** Closes a month as it is done, and gives its file. */
    private String close(RandomFees fees, BillingMonth month) {
        events.append(closingBegun(LedgerId.of(month)));
        fees.begin(month);
        LedgerMeasure measure = ask(new MeasureLedger(month), LedgerMeasure.class);
        events.append(closed(LedgerId.of(month), measure.totals(), measure.sha256()));
        String file = file(month, LedgerFile.LEDGER);
        assertThat(measure.sha256()).isEqualTo(sha256(file));
        assertThat(file).hasLineCount(1 + charged(fees, month).size()).endsWith("\r\n");
        return file;
    }

    private void assertAddsUp(RandomFees fees, BillingMonth month) {
        List<FeeCharged> charged = charged(fees, month);
        LedgerTotals totals = ask(new FindLedger(month, true), LedgerView.class).totals();
        BalanceView balance = ask(new FindBalance(month), BalanceView.class);

        assertThat(lines(month, 7))
                .extracting(LedgerLine::chargeId)
                .containsExactlyElementsOf(
                        charged.stream().map(event -> event.charge().chargeId()).toList());
        assertThat(totals).isNotNull();
        assertThat(totals.lineCount()).isEqualTo(charged.size());
        assertThat(totals.amount()).isEqualTo(sum(charged));
        assertThat(totals.taxIncluded())
                .isEqualTo(charged.stream()
                        .mapToLong(event -> ConsumptionTax.within(event.charge().amount()))
                        .sum());
        assertThat(totals.byKind()).isEqualTo(byKind(charged));
        assertThat(totals.byMethod().values().stream().mapToLong(yen -> yen).sum())
                .isEqualTo(sum(charged));
        assertThat(totals.byPrefecture().values().stream().mapToLong(yen -> yen).sum())
                .isEqualTo(sum(charged));
        assertThat(balance.total()).isZero();
        assertThat(balance.accounts().values().stream().mapToLong(yen -> yen).sum())
                .isZero();
    }

    private static Map<ChargeKind, Long> byKind(List<FeeCharged> charged) {
        Map<ChargeKind, Long> byKind = new TreeMap<>();
        for (ChargeKind kind : ChargeKind.values()) {
            byKind.put(
                    kind,
                    sum(charged.stream()
                            .filter(event -> event.charge().kind() == kind)
                            .toList()));
        }
        return byKind;
    }

    private static long sum(List<FeeCharged> charged) {
        return charged.stream().mapToLong(event -> event.charge().amount()).sum();
    }

    /** What was charged to a month, in the order of its ledger. */
    private static List<FeeCharged> charged(RandomFees fees, BillingMonth month) {
        return fees.charged().stream()
                .filter(event -> BillId.month(event.billId()).equals(month))
                .sorted(Comparator.comparing(FeeCharged::billId)
                        .thenComparing(event -> event.charge().chargeId()))
                .toList();
    }
}
