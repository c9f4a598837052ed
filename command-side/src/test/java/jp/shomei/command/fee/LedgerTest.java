package jp.shomei.command.fee;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.fee.AcceptResults;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.ConcludeResults;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.fee.SealLedger;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final String ID = "ledger-2024-06";
    private static final String LIST = "ab12";
    private static final LocalDate COMPLETE = LocalDate.of(2024, 5, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final LedgerTotals TOTALS = new LedgerTotals(2, 2_253, 204, Map.of(), Map.of(), Map.of());
    static final LedgerMeasure MEASURE = new LedgerMeasure(TOTALS, "c0ffee");
    private static final LedgerClosingBegun BEGUN = new LedgerClosingBegun(ID, DAY);
    private static final LedgerClosed CLOSED = new LedgerClosed(ID, TOTALS, "c0ffee", DAY);
    private static final ResultsAccepted ACCEPTED = new ResultsAccepted(ID, LIST, 1, 1, lines(1));
    private static final ResultsApplied APPLIED = new ResultsApplied(ID, LIST);

    @Nested
    class Open {

        @Test
        void itsClosingBeginsFromTheDayOnWhichNothingMoreCanArise() {
            for (LocalDate day : List.of(COMPLETE, DAY)) {
                on(day).when(new BeginLedgerClosing(ID))
                        .expectEvents(new LedgerClosingBegun(ID, day))
                        .expectResultMessagePayload(recorded(0));
            }
        }

        @Test
        void itIsNotClosedWhileFeesMayStillArise() {
            on(COMPLETE.minusDays(1))
                    .when(new BeginLedgerClosing(ID))
                    .expectNoEvents()
                    .expectExceptionDetails(Refusal.of(ErrorCode.LEDGER_NOT_COMPLETE, "2024/05/01"));
        }

        @Test
        void itIsNotSealed() {
            refused(on(DAY), new SealLedger(ID, MEASURE), ErrorCode.LEDGER_OPEN);
        }

        @Test
        void itTakesNoResults() {
            refused(on(DAY), new AcceptResults(ID, LIST, lines(1)), ErrorCode.LEDGER_OPEN);
        }
    }

    @Nested
    class BeingClosed {

        @Test
        void itsClosingBeginsOnce() {
            on(DAY.plusDays(1), BEGUN)
                    .when(new BeginLedgerClosing(ID))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(0));
        }

        @Test
        void itTakesNoResultsUntilItIsSealed() {
            refused(on(DAY, BEGUN), new AcceptResults(ID, LIST, lines(1)), ErrorCode.LEDGER_CLOSING);
        }

        @Test
        void itIsSealedWithTotalsAndDigest() {
            on(DAY, BEGUN)
                    .when(new SealLedger(ID, MEASURE))
                    .expectEvents(CLOSED)
                    .expectResultMessagePayload(recorded(1));
        }
    }

    @Nested
    class Closed {

        @Test
        void itStaysClosed() {
            on(DAY.plusDays(1), BEGUN, CLOSED)
                    .when(new BeginLedgerClosing(ID))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(1));
            on(DAY.plusDays(1), BEGUN, CLOSED)
                    .when(new SealLedger(ID, MEASURE))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(1));
        }

        @Test
        void itIsNeverSealedWithAnotherDigest() {
            refused(
                    on(DAY, BEGUN, CLOSED),
                    new SealLedger(ID, new LedgerMeasure(TOTALS, "decade")),
                    ErrorCode.LEDGER_DIFFERS);
        }

        @Test
        void itAcceptsAListAsAWhole() {
            on(DAY, BEGUN, CLOSED)
                    .when(new AcceptResults(ID, LIST, lines(1)))
                    .expectEvents(ACCEPTED)
                    .expectResultMessagePayload(new ResultsReport(recorded(2), 1, false));
        }

        @Test
        void aLongListIsAcceptedInPartsAtOnce() {
            List<ResultLine> all = lines(1_001);
            on(DAY, BEGUN, CLOSED)
                    .when(new AcceptResults(ID, LIST, all))
                    .expectEvents(
                            new ResultsAccepted(ID, LIST, 1, 3, all.subList(0, 500)),
                            new ResultsAccepted(ID, LIST, 2, 3, all.subList(500, 1_000)),
                            new ResultsAccepted(ID, LIST, 3, 3, all.subList(1_000, 1_001)))
                    .expectResultMessagePayload(new ResultsReport(recorded(4), 1_001, false));
        }

        @Test
        void aFullPartHasNoEmptyOneBehindIt() {
            on(DAY, BEGUN, CLOSED)
                    .when(new AcceptResults(ID, LIST, lines(500)))
                    .expectEvents(new ResultsAccepted(ID, LIST, 1, 1, lines(500)));
        }

        @Test
        void aListIsNotConcludedBeforeItIsAccepted() {
            on(DAY, BEGUN, CLOSED)
                    .when(new ConcludeResults(ID, LIST))
                    .expectNoEvents()
                    .expectException(IllegalArgumentException.class);
        }
    }

    @Nested
    class WithAListAccepted {

        @Test
        void theVerySameListIsNotAcceptedAgain() {
            for (Object[] history : new Object[][] {{BEGUN, CLOSED, ACCEPTED}, {BEGUN, CLOSED, ACCEPTED, APPLIED}}) {
                on(DAY, history)
                        .when(new AcceptResults(ID, LIST, lines(1)))
                        .expectNoEvents()
                        .expectResultMessagePayload(new ResultsReport(recorded(history.length - 1), 1, true));
            }
        }

        @Test
        void anotherListIs() {
            on(DAY, BEGUN, CLOSED, ACCEPTED)
                    .when(new AcceptResults(ID, "cd34", lines(1)))
                    .expectEvents(new ResultsAccepted(ID, "cd34", 1, 1, lines(1)));
        }

        @Test
        void itIsConcludedOnce() {
            on(DAY, BEGUN, CLOSED, ACCEPTED)
                    .when(new ConcludeResults(ID, LIST))
                    .expectEvents(APPLIED)
                    .expectResultMessagePayload(recorded(3));
            on(DAY, BEGUN, CLOSED, ACCEPTED, APPLIED)
                    .when(new ConcludeResults(ID, LIST))
                    .expectNoEvents()
                    .expectResultMessagePayload(recorded(3));
        }
    }

    private static TestExecutor<Ledger> on(LocalDate today, Object... history) {
        return new AggregateTestFixture<>(Ledger.class)
                .registerInjectableResource(Applications.clockAt(
                        today.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant()))
                .given(history);
    }

    private static void refused(TestExecutor<Ledger> given, Object command, ErrorCode code) {
        given.when(command).expectNoEvents().expectExceptionDetails(Refusal.of(code));
    }

    private static List<ResultLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number -> new ResultLine(Applications.CLINIC, PaymentOutcome.DEDUCTED, 1, DAY.plusDays(number)))
                .toList();
    }

    private static Recorded recorded(long sequence) {
        return new Recorded(Recorded.Kind.LEDGER, ID, sequence);
    }
}
