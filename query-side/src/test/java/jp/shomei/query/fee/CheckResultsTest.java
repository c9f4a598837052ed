package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.DUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.ISSUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.SECOND_ON;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.defaulted;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.nothing;
import static jp.shomei.projections.fixture.FeeEvents.overdue;
import static jp.shomei.projections.fixture.FeeEvents.paid;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.refundOrdered;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.slip;
import static jp.shomei.projections.fixture.FeeEvents.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ResultFaults.Fault;
import jp.shomei.contracts.fee.ResultFaults.Kind;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CheckResultsTest extends FeeQueryTest {

    private static final LocalDate TODAY = DUE_ON.plusDays(60);

    @BeforeEach
    void charge() {
        setToday(TODAY);
        events.append(charged(BILL, licence(REQUEST)));
    }

    @Test
    void whoHasNoBillOfTheMonthCannotHavePaidOne() {
        assertThat(faults(line(ANOTHER_INSTITUTION, PaymentOutcome.PAID, null, TODAY)))
                .containsExactly(new Fault(0, Kind.NO_BILL, null));
    }

    @Test
    void nothingFitsABillThatIsNotBeingCollected() {
        assertDoesNotFit(BillStatus.OPEN, PaymentOutcome.values());
        events.append(nothing(BILL));
        assertDoesNotFit(BillStatus.NOTHING_DUE, PaymentOutcome.values());
    }

    @Test
    @Tag("many")
    void everyLineIsLookedAtAndEveryFaultIsToldByItsPlaceHoweverManyThereAre() {
        events.append(instructed(BILL, 1, 1_500));
        List<ResultLine> lines = new ArrayList<>();
        List<Fault> expected = new ArrayList<>();
        for (int index = 0; index < 1_203; index++) {
            InstitutionCode institution = InstitutionCode.of("46%08d".formatted(index));
            if (index % 3 == 0) {
                expected.add(new Fault(index, Kind.NO_BILL, null));
            } else {
                String bill = BillId.of(MONTH, institution);
                events.append(charged(bill, licence(REQUEST)), instructed(bill, 1, 1_500));
            }
            lines.add(line(institution, PaymentOutcome.DEDUCTED, 1, CLOSED_ON));
        }

        assertThat(faults(lines.toArray(ResultLine[]::new))).isEqualTo(expected);
    }

    @Nested
    class OfADeduction {

        @BeforeEach
        void instruct() {
            events.append(instructed(BILL, 1, 1_500));
        }

        @Test
        void bothOutcomesFitWithAndWithoutItsNumber() {
            for (PaymentOutcome outcome : List.of(PaymentOutcome.DEDUCTED, PaymentOutcome.INSUFFICIENT)) {
                assertThat(faults(ours(outcome, 1, CLOSED_ON))).isEmpty();
                assertThat(faults(ours(outcome, null, CLOSED_ON))).isEmpty();
            }
            assertDoesNotFit(BillStatus.DEDUCTION_INSTRUCTED, PaymentOutcome.PAID, PaymentOutcome.UNPAID);
        }

        @Test
        void theDayIsFromItsInstructionToToday() {
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, 1, CLOSED_ON.minusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.DEDUCTION_INSTRUCTED));
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, 1, TODAY.plusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.DEDUCTION_INSTRUCTED));
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, 1, TODAY))).isEmpty();
        }

        @Test
        void anAttemptThatWasNotInstructedHasNoOutcome() {
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, 2, TODAY)))
                    .containsExactly(new Fault(0, Kind.DOES_NOT_FIT, BillStatus.DEDUCTION_INSTRUCTED));
        }

        @Test
        void whatIsOnRecordCanBeToldAgainButNotContradicted() {
            events.append(failed(BILL, 1));

            assertThat(faults(ours(PaymentOutcome.INSUFFICIENT, 1, CLOSED_ON.plusDays(20))))
                    .isEmpty();
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, 1, CLOSED_ON.plusDays(20))))
                    .containsExactly(new Fault(0, Kind.DOES_NOT_FIT, BillStatus.DEDUCTION_FAILED));
        }

        @Test
        void eachAttemptHasItsOwnOutcomeAndDay() {
            events.append(failed(BILL, 1), instructed(BILL, 2, 1_500), settled(BILL, 2, 1_500));

            assertThat(faults(
                            ours(PaymentOutcome.INSUFFICIENT, 1, CLOSED_ON),
                            ours(PaymentOutcome.DEDUCTED, 2, SECOND_ON)))
                    .isEmpty();
            assertThat(faults(ours(PaymentOutcome.DEDUCTED, null, SECOND_ON.minusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.DEDUCTED));
        }

        @Test
        void twoLinesCannotSpeakOfTheSame() {
            assertThat(faults(
                            ours(PaymentOutcome.DEDUCTED, 1, TODAY),
                            ours(PaymentOutcome.INSUFFICIENT, null, TODAY),
                            ours(PaymentOutcome.DEDUCTED, 1, TODAY)))
                    .containsExactly(
                            new Fault(1, Kind.TWICE, BillStatus.DEDUCTION_INSTRUCTED),
                            new Fault(2, Kind.TWICE, BillStatus.DEDUCTION_INSTRUCTED));
        }
    }

    @Nested
    class OfASlip {

        @BeforeEach
        void issue() {
            events.append(planned(BILL, Cause.METHOD, 1_500), slip(BILL, 1_500));
        }

        @Test
        void itCanBePaidFromTheDayItWasSent() {
            assertThat(faults(ours(PaymentOutcome.PAID, null, ISSUE_ON))).isEmpty();
            assertThat(faults(ours(PaymentOutcome.PAID, null, ISSUE_ON.minusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.SLIP_ISSUED));
            assertDoesNotFit(BillStatus.SLIP_ISSUED, PaymentOutcome.DEDUCTED, PaymentOutcome.INSUFFICIENT);
        }

        @Test
        void itCanBeUnpaidOnlyOnceItHadToBePaid() {
            assertThat(faults(ours(PaymentOutcome.UNPAID, null, DUE_ON)))
                    .containsExactly(new Fault(0, Kind.NOT_YET_DUE, BillStatus.SLIP_ISSUED));
            assertThat(faults(ours(PaymentOutcome.UNPAID, null, DUE_ON.plusDays(1))))
                    .isEmpty();
            assertThat(faults(ours(PaymentOutcome.UNPAID, null, TODAY.plusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.SLIP_ISSUED));
        }

        @Test
        void moneyThatComesLateOrOnceMoreDidCome() {
            events.append(overdue(BILL, 1_500, REQUEST));
            assertThat(faults(ours(PaymentOutcome.PAID, null, TODAY))).isEmpty();
            events.append(defaulted(BILL, 1_500, REQUEST));
            assertThat(faults(ours(PaymentOutcome.PAID, null, TODAY))).isEmpty();
            events.append(writtenOff(BILL, 1_500));
            assertThat(faults(ours(PaymentOutcome.PAID, null, TODAY))).isEmpty();
        }

        @Test
        void onePaidLateWasUnpaidBeforeButNotAfterwards() {
            events.append(new FeePaid(BILL, 1_500, DUE_ON.plusDays(10), null));

            assertThat(faults(ours(PaymentOutcome.UNPAID, null, DUE_ON.plusDays(10))))
                    .isEmpty();
            assertThat(faults(ours(PaymentOutcome.UNPAID, null, DUE_ON.plusDays(11))))
                    .containsExactly(new Fault(0, Kind.DOES_NOT_FIT, BillStatus.PAID));
        }

        @Test
        void onePaidInTimeIsNotUnpaid() {
            events.append(paid(BILL, 1_500));

            assertThat(faults(ours(PaymentOutcome.UNPAID, null, TODAY)))
                    .containsExactly(new Fault(0, Kind.DOES_NOT_FIT, BillStatus.PAID));
        }

        @Test
        void itCanBePaidTwiceInOneList() {
            assertThat(faults(ours(PaymentOutcome.PAID, null, TODAY), ours(PaymentOutcome.PAID, null, TODAY)))
                    .isEmpty();
        }

        @Test
        void itCannotBePaidAndUnpaidInOneList() {
            assertThat(faults(ours(PaymentOutcome.PAID, null, TODAY), ours(PaymentOutcome.UNPAID, 1, TODAY)))
                    .containsExactly(new Fault(1, Kind.TWICE, BillStatus.SLIP_ISSUED));
        }
    }

    @Nested
    class OfARefund {

        @Test
        void itCanBePaidOutFromTheDayItWasOrdered() {
            events.append(refundOrdered(BILL, 1_500));

            assertThat(faults(ours(PaymentOutcome.PAID, null, CLOSED_ON))).isEmpty();
            assertThat(faults(ours(PaymentOutcome.PAID, null, CLOSED_ON.minusDays(1))))
                    .containsExactly(new Fault(0, Kind.DAY_OUT_OF_RANGE, BillStatus.REFUND_DUE));
            assertDoesNotFit(BillStatus.REFUND_DUE, PaymentOutcome.UNPAID, PaymentOutcome.DEDUCTED);
        }
    }

    private void assertDoesNotFit(BillStatus status, PaymentOutcome... outcomes) {
        for (PaymentOutcome outcome : outcomes) {
            assertThat(faults(ours(outcome, null, TODAY))).containsExactly(new Fault(0, Kind.DOES_NOT_FIT, status));
        }
    }

    /** Asked at once, not when the read models happen to have caught up. */
    private List<Fault> faults(ResultLine... lines) {
        return fixture.query(new CheckResults(MONTH, List.of(lines)), ResultFaults.class)
                .faults();
    }

    private static ResultLine ours(PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on) {
        return line(INSTITUTION, outcome, attempt, on);
    }

    private static ResultLine line(
            InstitutionCode institution, PaymentOutcome outcome, @Nullable Integer attempt, LocalDate on) {
        return new ResultLine(institution, outcome, attempt, on);
    }
}
