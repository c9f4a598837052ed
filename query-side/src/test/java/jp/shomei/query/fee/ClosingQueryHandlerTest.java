package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.LIST;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.totals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.ListBillsToBegin;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.OpenLedgers;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.projections.fixture.RandomFees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClosingQueryHandlerTest extends FeeQueryTest {

    private static final String NEXT_BILL = BillId.of(MONTH.next(), InstitutionCode.of("0110214822"));

    @Nested
    class OpenMonths {

        @Test
        void areThoseWithFeesUntilTheyAreClosed() {
            assertThat(open(MONTH.plus(12))).isEmpty();
            events.append(charged(NEXT_BILL, licence(REQUEST)));
            events.append(charged(BILL, licence(REQUEST)));
            assertThat(open(MONTH.plus(12))).containsExactly(MONTH, MONTH.next());
            assertThat(open(MONTH)).containsExactly(MONTH);
            assertThat(open(MONTH.plus(-1))).isEmpty();

            events.append(closingBegun(LEDGER));
            assertThat(open(MONTH)).containsExactly(MONTH);
            events.append(closed(LEDGER, totals(), LIST));
            assertThat(open(MONTH.plus(12))).containsExactly(MONTH.next());
        }

        @Test
        void includeOneWithoutFeesThatIsBeingClosed() {
            events.append(closingBegun(LEDGER));
            assertThat(open(MONTH)).containsExactly(MONTH);

            events.append(closed(LEDGER, totals(), LIST));
            assertThat(open(MONTH)).isEmpty();
        }

        /** Asked at once, not when the read models happen to have caught up. */
        @Test
        void areToldOfWhatHasJustHappened() {
            for (int number = 0; number < 20; number++) {
                BillingMonth month = MONTH.plus(number);
                String bill = BillId.of(month, InstitutionCode.of("0110214822"));
                events.append(charged(bill, licence(REQUEST)));
                assertThat(openAtOnce(month)).containsExactly(month);

                events.append(closingBegun(LedgerId.of(month)), closed(LedgerId.of(month), totals(), LIST));
                assertThat(openAtOnce(month)).isEmpty();
            }
        }

        private List<BillingMonth> open(BillingMonth until) {
            return ask(new ListOpenLedgers(until), OpenLedgers.class).months();
        }

        private List<BillingMonth> openAtOnce(BillingMonth until) {
            return fixture.query(new ListOpenLedgers(until), OpenLedgers.class).months();
        }
    }

    @Nested
    class BillsToBegin {

        @Test
        void areThoseOfTheMonthThatAreNotBeingCollected() {
            events.append(charged(BILL, licence(REQUEST)));
            events.append(charged(NEXT_BILL, licence(REQUEST)));
            assertThat(toBegin(null, 10)).containsExactly(BILL);

            events.append(instructed(BILL, 1, 1_500));
            assertThat(fixture.query(new ListBillsToBegin(MONTH, null, 10), BillIds.class)
                            .billIds())
                    .isEmpty();
        }

        @Test
        void areGivenInOrderPageByPageThoughThoseBeforeHaveBegunMeanwhile() {
            RandomFees fees = new RandomFees(51, events, 200);
            fees.charge(MONTH, 300);
            List<String> all = fees.charged().stream()
                    .map(event -> event.billId())
                    .distinct()
                    .sorted()
                    .toList();

            List<String> seen = new ArrayList<>();
            List<String> page = toBegin(null, 7);
            while (!page.isEmpty()) {
                seen.addAll(page);
                assertThat(seen).doesNotHaveDuplicates();
                page.forEach(bill -> events.append(instructed(bill, 1, 1_500)));
                page = toBegin(seen.getLast(), 7);
            }

            assertThat(seen).isEqualTo(all);
            assertThat(toBegin(null, 10_000)).isEmpty();
        }

        @Test
        void areRefusedForALimitOutOfRangeOrAPlaceThatIsNoBill() {
            for (int limit : new int[] {0, 10_001}) {
                assertThat(refusal(new ListBillsToBegin(MONTH, null, limit), BillIds.class)
                                .code())
                        .isEqualTo(ErrorCode.INVALID_FIELDS);
            }
            assertThat(refusal(new ListBillsToBegin(MONTH, REQUEST, 10), BillIds.class))
                    .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
        }

        private List<String> toBegin(@Nullable String after, int limit) {
            return ask(new ListBillsToBegin(MONTH, after, limit), BillIds.class).billIds();
        }
    }

    @Nested
    class TheMeasure {

        @Test
        void ofAMonthWithoutFeesIsThatOfAHeader() {
            assertThat(ask(new MeasureLedger(MONTH), LedgerMeasure.class))
                    .returns(0L, measure -> measure.totals().lineCount())
                    .returns(sha256(file(MONTH, LedgerFile.LEDGER)), LedgerMeasure::sha256);
        }

        @Test
        @Tag("many")
        void isOfTheWholeFileAlsoIfItHasManyParts() {
            RandomFees fees = new RandomFees(61, events, 300);
            fees.charge(MONTH, 2_100);

            assertThat(ask(new MeasureLedger(MONTH), LedgerMeasure.class))
                    .returns(2_100L, measure -> measure.totals().lineCount())
                    .returns(sha256(file(MONTH, LedgerFile.LEDGER)), LedgerMeasure::sha256);
        }
    }
}
