package jp.shomei.projections.fee.view;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.ANOTHER_BILL;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.DUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.ISSUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.REVOKE_AFTER;
import static jp.shomei.projections.fixture.FeeEvents.SECOND_ON;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.defaulted;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.nothing;
import static jp.shomei.projections.fixture.FeeEvents.offset;
import static jp.shomei.projections.fixture.FeeEvents.overdue;
import static jp.shomei.projections.fixture.FeeEvents.paid;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.refundOrdered;
import static jp.shomei.projections.fixture.FeeEvents.refunded;
import static jp.shomei.projections.fixture.FeeEvents.reversed;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.slip;
import static jp.shomei.projections.fixture.FeeEvents.unmatched;
import static jp.shomei.projections.fixture.FeeEvents.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BillDocumentTest {

    private static final LocalDate CHARGED_BACK_ON = LocalDate.of(2021, 3, 20);
    private static final Instant AT = Instant.parse("2021-03-12T01:02:03.004005Z");

    @Test
    void cannotBeginWithAnythingButACharge() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BillDocument.on(null, nothing(BILL), 0, AT))
                .withMessage("a history cannot begin with NothingToCollect");
    }

    @Test
    void keepsWhenAndAsWhichEventEachLineWasCharged() {
        BillDocument bill = after(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST)));

        assertThat(bill.lines())
                .containsExactly(
                        new BillLine(licence(REQUEST), 0, Instant.parse("2021-03-12T01:02:03.004Z"), null),
                        new BillLine(postage(NOTICE, REQUEST), 1, Instant.parse("2021-03-12T01:02:03.004Z"), null));
        assertThat(bill.amount()).isEqualTo(2_253);
        assertThat(bill.outstanding()).isEqualTo(2_253);
        assertThat(bill.accounts())
                .isEqualTo(Map.of(Account.RECEIVABLE, 2_253L, Account.FEES, -2_049L, Account.TAX, -204L));
    }

    @Test
    void aReversalTellsWhyItsChargeIsTakenBackAndMovesNoMoney() {
        BillDocument bill = after(
                charged(BILL, licence(REQUEST)),
                charged(BILL, licence(ANOTHER_REQUEST)),
                reversed(BILL, licence(REQUEST)));

        assertThat(bill.lines()).extracting(BillLine::reversalReason).containsExactly("二重申請のため", null);
        assertThat(bill.outstanding()).isEqualTo(3_000);
        assertThat(bill.steps())
                .singleElement()
                .returns("L-" + REQUEST, BillStep::note)
                .returns("二重申請のため", BillStep::reason)
                .returns(null, BillStep::amount);
    }

    @Nested
    class UntilTheMonthIsClosed {

        @Test
        void methodAndPrefectureAreThoseOfTheNewestCharge() {
            BillDocument bill = after(
                    charged(BILL, licence(REQUEST)),
                    charged(BILL, licence(ANOTHER_REQUEST), PaymentMethod.PAYMENT_SLIP, Prefecture.HOKKAIDO));

            assertThat(bill)
                    .returns(PaymentMethod.PAYMENT_SLIP, BillDocument::method)
                    .returns(Prefecture.HOKKAIDO, BillDocument::prefecture)
                    .returns(BillStatus.OPEN, BillDocument::status)
                    .returns(BillStatus.OPEN, BillDocument::filedStatus)
                    .returns(null, BillDocument::closedAs);
        }
    }

    @Nested
    class OnceCollectingHasBegun {

        @Test
        void methodAndFiledStatusAreFixedWhateverFollows() {
            BillDocument deducted = after(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500));
            BillDocument fallenBack = after(
                    charged(BILL, licence(REQUEST)),
                    instructed(BILL, 1, 1_500),
                    failed(BILL, 1),
                    instructed(BILL, 2, 1_500),
                    failed(BILL, 2),
                    planned(BILL, Cause.INSUFFICIENT, 1_500),
                    slip(BILL, 1_500),
                    paid(BILL, 1_500));

            assertThat(deducted).returns(BillStatus.DEDUCTION_INSTRUCTED, BillDocument::filedStatus);
            assertThat(fallenBack)
                    .returns(PaymentMethod.DEDUCTION, BillDocument::method)
                    .returns(BillStatus.DEDUCTION_INSTRUCTED, BillDocument::filedStatus)
                    .returns(BillStatus.PAID, BillDocument::status);
        }

        @Test
        void theMethodIsTheOneItBeganWithThoughChargedWithAnother() {
            assertThat(after(charged(BILL, licence(REQUEST)), planned(BILL, Cause.METHOD, 1_500)))
                    .returns(PaymentMethod.PAYMENT_SLIP, BillDocument::method)
                    .returns(BillStatus.SLIP_PLANNED, BillDocument::filedStatus);
            assertThat(after(
                            charged(BILL, licence(REQUEST), PaymentMethod.PAYMENT_SLIP, null),
                            instructed(BILL, 1, 1_500)))
                    .returns(PaymentMethod.DEDUCTION, BillDocument::method);
        }

        @Test
        void everyStepIsShownWithItsDayAmountAndNote() {
            BillDocument bill = after(
                    charged(BILL, licence(REQUEST)),
                    instructed(BILL, 1, 1_500),
                    failed(BILL, 1),
                    unmatched(BILL, PaymentOutcome.PAID, null, BillStatus.DEDUCTION_FAILED),
                    unmatched(BILL, PaymentOutcome.DEDUCTED, 2, BillStatus.DEDUCTION_FAILED),
                    planned(BILL, Cause.INSUFFICIENT, 1_500),
                    slip(BILL, 1_500),
                    overdue(BILL, 1_500, REQUEST),
                    writtenOff(BILL, 1_500));

            assertThat(bill.steps())
                    .extracting(BillStep::sequence, BillStep::type, BillStep::amount, BillStep::note, BillStep::reason)
                    .containsExactly(
                            tuple(1L, "DeductionInstructed", 1_500L, "1", null),
                            tuple(2L, "DeductionFailed", null, "1", null),
                            tuple(3L, "OutcomeUnmatched", null, "PAID", null),
                            tuple(4L, "OutcomeUnmatched", null, "DEDUCTED 2", null),
                            tuple(5L, "SlipPlanned", 1_500L, "INSUFFICIENT", null),
                            tuple(6L, "SlipIssued", 1_500L, null, null),
                            tuple(7L, "FeeOverdue", 1_500L, "2021-06-24", null),
                            tuple(8L, "FeeWrittenOff", 1_500L, null, "廃止のため"));
        }
    }

    @Nested
    class TheNextStepIsDue {

        @Test
        void onTheFirstOfTheNextMonthAfterTheFirstFailureButNotAfterTheSecond() {
            FeeEvent[] first = {charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), failed(BILL, 1)};

            assertThat(after(first).nextOn()).isEqualTo(SECOND_ON);
            assertThat(after(first[0], first[1], first[2], instructed(BILL, 2, 1_500), failed(BILL, 2))
                            .nextOn())
                    .isNull();
        }

        @Test
        void onTheDayOfTheSlipThenOnTheDaysAfterThoseItCanStillBePaid() {
            FeeEvent charged = charged(BILL, licence(REQUEST));
            FeeEvent planned = planned(BILL, Cause.METHOD, 1_500);
            FeeEvent slip = slip(BILL, 1_500);
            FeeEvent overdue = overdue(BILL, 1_500, REQUEST);

            assertThat(after(charged).nextOn()).isNull();
            assertThat(after(charged, planned).nextOn()).isEqualTo(ISSUE_ON);
            assertThat(after(charged, planned, slip).nextOn()).isEqualTo(DUE_ON.plusDays(1));
            assertThat(after(charged, planned, slip, overdue).nextOn()).isEqualTo(REVOKE_AFTER.plusDays(1));
        }

        @Test
        void onNoDayOnceNothingFollowsByItself() {
            FeeEvent charged = charged(BILL, licence(REQUEST));
            FeeEvent planned = planned(BILL, Cause.METHOD, 1_500);
            FeeEvent slip = slip(BILL, 1_500);

            for (FeeEvent last :
                    new FeeEvent[] {paid(BILL, 1_500), defaulted(BILL, 1_500, REQUEST), writtenOff(BILL, 1_500)}) {
                assertThat(after(charged, planned, slip, overdue(BILL, 1_500, REQUEST), last)
                                .nextOn())
                        .isNull();
            }
            assertThat(after(charged, instructed(BILL, 1, 1_500), settled(BILL, 1, 1_500))
                            .nextOn())
                    .isNull();
        }
    }

    @Nested
    class TheAccountsAddUpToZero {

        @Test
        void afterEveryEventThatMovesMoney() {
            assertThat(after(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), settled(BILL, 1, 1_500)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged(BILL, licence(REQUEST)), planned(BILL, Cause.METHOD, 1_500), paid(BILL, 1_500)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged(BILL, licence(REQUEST)), writtenOff(BILL, 1_500)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(0L, TheAccountsAddUpToZero::sum);
        }

        @Test
        void alsoIfMoreIsTakenBackThanCharged() {
            FeeEvent charged = charged(BILL, postage(NOTICE, REQUEST));
            FeeEvent back = charged(BILL, licence(REQUEST).reversedOn(CHARGED_BACK_ON));

            assertThat(after(charged, back, refundOrdered(BILL, 747)))
                    .returns(-747L, BillDocument::outstanding)
                    .returns(new Refund(747, CLOSED_ON), BillDocument::refund)
                    .returns(BillStatus.REFUND_DUE, BillDocument::filedStatus)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged, back, refundOrdered(BILL, 747), refunded(BILL, 747)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(BillStatus.REFUNDED, BillDocument::status)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged, nothing(BILL))).returns(BillStatus.NOTHING_DUE, BillDocument::filedStatus);
        }

        @Test
        void whatIsGivenUpLeavesOutWhatWasTakenBackAndWaits() {
            FeeEvent[] history = {
                charged(BILL, licence(REQUEST)),
                planned(BILL, Cause.METHOD, 1_500),
                slip(BILL, 1_500),
                writtenOff(BILL, 747, new Offset(ANOTHER_BILL, 753))
            };
            assertThat(after(history))
                    .returns(0L, BillDocument::outstanding)
                    .returns(753L, bill -> bill.accounts().get(Account.OFFSET))
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(history).steps().getLast())
                    .returns(747L, BillStep::amount)
                    .returns(ANOTHER_BILL, BillStep::note)
                    .returns("廃止のため", BillStep::reason);
        }

        @Test
        void aRefundThatIsSetOffIsLessOrOver() {
            FeeEvent charged = charged(BILL, licence(REQUEST).reversedOn(CLOSED_ON));
            FeeEvent ordered = refundOrdered(BILL, 1_500);
            assertThat(after(charged, ordered, offset(BILL, ANOTHER_BILL, 753)))
                    .returns(-747L, BillDocument::outstanding)
                    .returns(new Refund(747, CLOSED_ON), BillDocument::refund)
                    .returns(BillStatus.REFUND_DUE, BillDocument::status)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged, ordered, offset(BILL, ANOTHER_BILL, 1_500)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(BillStatus.NOTHING_DUE, BillDocument::status)
                    .returns(BillStatus.REFUND_DUE, BillDocument::filedStatus)
                    .returns(0L, TheAccountsAddUpToZero::sum);
            assertThat(after(charged, offset(BILL, ANOTHER_BILL, 1_500)))
                    .returns(0L, BillDocument::outstanding)
                    .returns(BillStatus.OPEN, BillDocument::status);
        }

        private static long sum(BillDocument bill) {
            return bill.accounts().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static BillDocument after(FeeEvent... events) {
        BillDocument bill = null;
        for (int sequence = 0; sequence < events.length; sequence++) {
            bill = BillDocument.on(bill, events[sequence], sequence, AT);
        }
        return Objects.requireNonNull(bill);
    }
}
