package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.ANOTHER_BILL;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CHARGED_ON;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.LIST;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.totals;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.LedgerView.State;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.projections.fixture.RandomFees;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerQueryHandlerTest extends FeeQueryTest {

    @Test
    void aMonthWithoutFeesHasAnEmptyLedger() {
        assertThat(ask(new FindLedger(MONTH, true), LedgerView.class))
                .isEqualTo(new LedgerView(
                        MONTH,
                        State.OPEN,
                        new LedgerTotals(
                                0,
                                0,
                                0,
                                Map.of(PaymentMethod.DEDUCTION, 0L, PaymentMethod.PAYMENT_SLIP, 0L),
                                Map.of(ChargeKind.LICENCE, 0L, ChargeKind.RENEWAL, 0L, ChargeKind.POSTAGE, 0L),
                                Map.of()),
                        null,
                        null));
        assertThat(ask(new ListLedgerLines(MONTH, null, 10), LedgerPage.class))
                .isEqualTo(new LedgerPage(List.of(), null));
        assertThat(ask(new FindBalance(MONTH), BalanceView.class).total()).isZero();
    }

    @Nested
    class OfAMonthWithFees {

        @Test
        void aLineShowsEverythingOfItsCharge() {
            events.append(charged(BILL, postage(NOTICE, REQUEST, ANOTHER_REQUEST)), instructed(BILL, 1, 753));

            assertThat(lines(MONTH, 10))
                    .containsExactly(new LedgerLine(
                            "P-" + NOTICE,
                            "4611234567",
                            REQUEST,
                            List.of(REQUEST, ANOTHER_REQUEST),
                            NOTICE,
                            ChargeKind.POSTAGE,
                            753,
                            68,
                            CHARGED_ON.plusDays(3),
                            PaymentMethod.DEDUCTION,
                            BillStatus.DEDUCTION_INSTRUCTED,
                            BillStatus.DEDUCTION_INSTRUCTED.label(),
                            null,
                            BILL));
        }

        @Test
        void totalsAreThoseOfItsLinesByMethodKindAndPrefecture() {
            events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST)));
            events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST), PaymentMethod.PAYMENT_SLIP, null));
            events.append(charged(
                    ANOTHER_BILL,
                    licence("202103100000003").reversedOn(CLOSED_ON),
                    PaymentMethod.PAYMENT_SLIP,
                    Prefecture.TOKYO));

            assertThat(ask(new FindLedger(MONTH, true), LedgerView.class))
                    .isEqualTo(new LedgerView(
                            MONTH,
                            State.OPEN,
                            new LedgerTotals(
                                    4,
                                    2_253,
                                    204,
                                    Map.of(PaymentMethod.DEDUCTION, 2_253L, PaymentMethod.PAYMENT_SLIP, 0L),
                                    Map.of(
                                            ChargeKind.LICENCE,
                                            1_500L,
                                            ChargeKind.RENEWAL,
                                            0L,
                                            ChargeKind.POSTAGE,
                                            753L),
                                    Map.of("46", 2_253L, "13", 0L)),
                            null,
                            null));
        }

        @Test
        void totalsAreNotAddedUpUnlessTheyAreWanted() {
            events.append(charged(BILL, licence(REQUEST)));

            assertThat(ask(new FindLedger(MONTH, false), LedgerView.class).totals())
                    .isNull();
        }

        @Test
        void theTrialBalanceNamesEveryAccount() {
            events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), settled(BILL, 1, 1_500));
            events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST)));

            assertThat(ask(new FindBalance(MONTH), BalanceView.class))
                    .isEqualTo(new BalanceView(
                            MONTH,
                            Map.of(
                                    Account.RECEIVABLE, 1_500L,
                                    Account.FEES, -2_728L,
                                    Account.TAX, -272L,
                                    Account.DEDUCTED, 1_500L,
                                    Account.PAID, 0L,
                                    Account.WRITTEN_OFF, 0L,
                                    Account.OFFSET, 0L),
                            0));
        }
    }

    @Nested
    class OnceClosingHasBegun {

        @Test
        void theMonthIsBeingClosedUntilItIsSealedAndThenHasTheTotalsItWasSealedWith() {
            events.append(charged(BILL, licence(REQUEST)));
            events.append(closingBegun(LEDGER));
            assertThat(ask(new FindLedger(MONTH, true), LedgerView.class))
                    .returns(State.CLOSING, LedgerView::state)
                    .returns(
                            1L,
                            view -> view.totals() == null ? -1L : view.totals().lineCount());

            events.append(closed(LEDGER, totals(), LIST));
            assertThat(ask(new FindLedger(MONTH, true), LedgerView.class))
                    .isEqualTo(new LedgerView(MONTH, State.CLOSED, totals(), CLOSED_ON, LIST));
            assertThat(ask(new FindLedger(MONTH, false), LedgerView.class))
                    .isEqualTo(new LedgerView(MONTH, State.CLOSED, null, CLOSED_ON, LIST));
        }
    }

    @Nested
    class InPages {

        @Test
        @Tag("many")
        void noLineIsLostOrDoubledOrOutOfOrderWhateverTheLimit() {
            RandomFees fees = new RandomFees(21, events, 300);
            fees.charge(MONTH, 700);
            fees.charge(MONTH.next(), 50);
            List<LedgerLine> all = lines(MONTH, 1_000);

            assertThat(all).hasSize(700).doesNotHaveDuplicates();
            assertThat(all)
                    .isSortedAccordingTo(
                            Comparator.comparing(LedgerLine::billId).thenComparing(LedgerLine::chargeId));
            for (int limit : new int[] {1_000, 699, 200, 33, 5}) {
                assertThat(lines(MONTH, limit)).isEqualTo(all);
            }
        }

        @Test
        void theLastPageSaysSoThoughItIsFull() {
            events.append(charged(BILL, licence(REQUEST)), charged(BILL, licence(ANOTHER_REQUEST)));

            LedgerPage first = ask(new ListLedgerLines(MONTH, null, 1), LedgerPage.class);
            LedgerPage second = ask(new ListLedgerLines(MONTH, first.nextCursor(), 1), LedgerPage.class);

            assertThat(first.lines()).extracting(LedgerLine::chargeId).containsExactly("L-" + REQUEST);
            assertThat(first.nextCursor()).isNotNull();
            assertThat(second.lines()).extracting(LedgerLine::chargeId).containsExactly("L-" + ANOTHER_REQUEST);
            assertThat(second.nextCursor()).isNull();
        }

        @Test
        void aLimitOutOfRangeIsRefused() {
            for (int limit : new int[] {0, 1_001}) {
                assertThat(refusal(new ListLedgerLines(MONTH, null, limit), LedgerPage.class)
                                .code())
                        .isEqualTo(ErrorCode.INVALID_FIELDS);
            }
        }

        @Test
        void aCursorThatIsNoneOfThisMonthIsRefused() {
            for (String place : new String[] {"x", "2021-06-4611234567:L-1", "2021-05-4611234567"}) {
                String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
                assertThat(refusal(new ListLedgerLines(MONTH, cursor, 10), LedgerPage.class))
                        .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
            }
        }
    }
}
