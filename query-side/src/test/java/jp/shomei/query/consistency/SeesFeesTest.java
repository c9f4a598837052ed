package jp.shomei.query.consistency;

import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListBillsToBegin;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.fee.ListOpenLedgers;
import jp.shomei.contracts.fee.ListOpenResults;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.message.Recorded.Kind;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeesFeesTest extends QueryTest {

    @Nested
    class WhileTheReadModelsRun {

        @Test
        void aQueryContainsWhatABillsTokenStandsFor() {
            for (int number = 1; number <= 20; number++) {
                String bill = BillId.of(MONTH.plus(number), INSTITUTION);
                Recorded seen = events.append(charged(bill, licence(REQUEST)));

                assertThat(fixture.query(new FindBill(bill), ResponseTypes.optionalInstanceOf(BillView.class), seen))
                        .isPresent();
            }
        }

        /** What is recorded of a ledger was done to its bills before. */
        @Test
        void aQueryContainsWhatALedgersTokenStandsForOnTheLedgerAndOnItsBills() {
            for (int number = 1; number <= 20; number++) {
                BillingMonth month = MONTH.plus(number);
                String bill = BillId.of(month, INSTITUTION);
                events.append(charged(bill, licence(REQUEST)), instructed(bill, 1, 1_500));
                Recorded seen = events.append(closingBegun(LedgerId.of(month)));

                assertThat(fixture.query(
                                        new ListLedgerLines(month, null, 10),
                                        ResponseTypes.instanceOf(LedgerPage.class),
                                        seen)
                                .lines())
                        .extracting(LedgerLine::status)
                        .containsExactly(BillStatus.DEDUCTION_INSTRUCTED);
                assertThat(fixture.query(new FindLedger(month, false), ResponseTypes.instanceOf(LedgerView.class), seen)
                                .state())
                        .isEqualTo(LedgerView.State.CLOSING);
            }
        }
    }

    @Nested
    class OnceTheReadModelsAreStopped {

        private static final List<Object> ABOUT_FEES = List.of(
                new FindLedger(MONTH, true),
                new ListLedgerLines(MONTH, null, 10),
                new ReadLedgerFile(MONTH, LedgerFile.SLIPS, BILL),
                new FindBalance(MONTH),
                new FindBill(BILL),
                new ListBills(MONTH, null, null, 10),
                new ListInstitutionBills(INSTITUTION, null, 10),
                new FindCharge("L-" + REQUEST),
                new ListCharges(REQUEST));
        private static final List<Object> FOR_JOBS_AND_FILES = List.of(
                new ReadLedgerFile(MONTH, LedgerFile.SLIPS, null),
                new ReadLedgerFile(MONTH, LedgerFile.LEDGER, null),
                new MeasureLedger(MONTH),
                new ListBillsToBegin(MONTH, null, 10),
                new ListOpenLedgers(MONTH),
                new ListDueBills(CLOSED_ON, null, 10),
                new CheckResults(MONTH, List.of()),
                new ListOpenResults(),
                new FindResults(MONTH, "0a"));

        @BeforeEach
        void stopProjections() {
            events.append(charged(BILL, licence(REQUEST)));
            fixture.awaitTakenIn();
            fixture.stopProjections();
            events.append(instructed(BILL, 1, 1_500));
            events.append(closingBegun(LEDGER));
        }

        @Test
        void nothingIsToldWithoutAnAwaitedEvent() {
            for (Recorded unseen : List.of(new Recorded(Kind.BILL, BILL, 1), new Recorded(Kind.LEDGER, LEDGER, 0))) {
                assertThat(codes(ABOUT_FEES, query -> refusal(query, Object.class, unseen)))
                        .hasSameSizeAs(ABOUT_FEES)
                        .containsOnly(ErrorCode.READ_MODEL_BEHIND);
            }
        }

        @Test
        void aTokenThatWasSeenBeforeIsNotAwaited() {
            Recorded seen = new Recorded(Kind.BILL, BILL, 0);

            assertThat(fixture.query(new FindBill(BILL), ResponseTypes.optionalInstanceOf(BillView.class), seen))
                    .isPresent();
        }

        @Test
        void nothingIsCollectedOrClosedWithoutTheNewestEvent() {
            assertThat(codes(FOR_JOBS_AND_FILES, query -> refusal(query, Object.class)))
                    .hasSameSizeAs(FOR_JOBS_AND_FILES)
                    .containsOnly(ErrorCode.READ_MODEL_BEHIND);
        }

        /** Why each is refused, asked all at once, since each waits a while. */
        private static List<ErrorCode> codes(List<Object> queries, Function<Object, Refusal> ask) {
            try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<ErrorCode>> codes = queries.stream()
                        .map(query -> all.submit(() -> ask.apply(query).code()))
                        .toList();
                return codes.stream().map(SeesFeesTest::answer).toList();
            }
        }
    }

    private static ErrorCode answer(Future<ErrorCode> code) {
        try {
            return code.get();
        } catch (InterruptedException | ExecutionException notRefused) {
            throw new AssertionError(notRefused);
        }
    }
}
