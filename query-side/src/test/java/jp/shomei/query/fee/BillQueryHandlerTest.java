package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ADDRESS;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CHARGED_ON;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.DUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.ISSUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.SECOND_ON;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.slip;
import static jp.shomei.projections.fixture.FeeEvents.unmatched;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillPage;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillSummary;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.projections.fixture.FeeEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BillQueryHandlerTest extends FeeQueryTest {

    @Test
    void answersNothingForABillThereIsNot() {
        assertThat(find(new FindBill(BILL), BillView.class)).isEmpty();
    }

    @Test
    void showsABillWithItsLinesAccountsSlipAndEveryStep() {
        events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST)));
        events.append(planned(BILL, Cause.METHOD, 2_253));
        events.append(unmatched(BILL, PaymentOutcome.PAID, null, BillStatus.SLIP_PLANNED));
        events.append(slip(BILL, 2_253));

        BillView bill = find(new FindBill(BILL), BillView.class).orElseThrow();

        assertThat(bill.row())
                .isEqualTo(new BillSummary(
                        BILL,
                        MONTH,
                        "4611234567",
                        "46",
                        PaymentMethod.PAYMENT_SLIP,
                        BillStatus.SLIP_ISSUED,
                        BillStatus.SLIP_ISSUED.label(),
                        2_253,
                        2_253,
                        DUE_ON.plusDays(1),
                        null));
        assertThat(bill.lines()).extracting(LedgerLine::chargeId).containsExactly("L-" + REQUEST, "P-" + NOTICE);
        assertThat(bill.balances())
                .isEqualTo(Map.of(Account.RECEIVABLE, 2_253L, Account.FEES, -2_049L, Account.TAX, -204L));
        assertThat(bill.slip())
                .isEqualTo(new BillView.Slip(
                        "桜島病院",
                        new PostalAddress("0600001", ADDRESS.address(), "桜島病院"),
                        2_253,
                        204,
                        ISSUE_ON,
                        DUE_ON,
                        FeeEvents.ISSUER));
        assertThat(bill.steps())
                .containsExactly(
                        new BillView.Step(0, "FeeCharged", CHARGED_ON, 1_500L, "L-" + REQUEST, null),
                        new BillView.Step(1, "FeeCharged", CHARGED_ON.plusDays(3), 753L, "P-" + NOTICE, null),
                        new BillView.Step(2, "SlipPlanned", ISSUE_ON, 2_253L, "METHOD", null),
                        new BillView.Step(3, "OutcomeUnmatched", DUE_ON.minusDays(1), null, "PAID", null),
                        new BillView.Step(4, "SlipIssued", ISSUE_ON, 2_253L, null, null));
    }

    @Test
    void tellsSinceWhenADeductionOrRefundWaitsForItsReport() {
        events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500));
        assertThat(waitingSince()).isEqualTo(CLOSED_ON);
        events.append(failed(BILL, 1));
        assertThat(waitingSince()).isNull();
        events.append(instructed(BILL, 2, 1_500));
        assertThat(waitingSince()).isEqualTo(SECOND_ON);
        events.append(settled(BILL, 2, 1_500));
        assertThat(waitingSince()).isNull();
    }

    private @Nullable LocalDate waitingSince() {
        return find(new FindBill(BILL), BillView.class).orElseThrow().row().waitingSince();
    }

    @Nested
    class OfAMonth {

        private final List<String> all = IntStream.iterate(0, number -> number + 1_977_131)
                .limit(25)
                .mapToObj(number -> BillId.of(MONTH, InstitutionCode.of("46%08d".formatted(number))))
                .toList();

        @Test
        void billsAreListedInOrderOfTheirInstitutionsPageByPage() {
            all.reversed().forEach(bill -> events.append(charged(bill, licence(REQUEST))));
            events.append(charged(BillId.of(MONTH.next(), INSTITUTION), licence(REQUEST)));

            assertThat(listed(null, 200)).isEqualTo(all);
            for (int limit : new int[] {25, 24, 7, 1}) {
                assertThat(listed(null, limit)).isEqualTo(all);
            }
        }

        @Test
        void thoseThatStandSoAreListedAlone() {
            for (int number = 0; number < all.size(); number++) {
                String bill = all.get(number);
                events.append(charged(bill, licence(REQUEST)));
                if (number % 5 > 0) {
                    events.append(instructed(bill, 1, 1_500));
                }
                if (number % 5 > 3) {
                    events.append(settled(bill, 1, 1_500));
                }
            }

            assertThat(listed(BillStatus.DEDUCTED, 2))
                    .containsExactly(all.get(4), all.get(9), all.get(14), all.get(19), all.get(24));
            assertThat(listed(BillStatus.OPEN, 200)).hasSize(5);
            assertThat(listed(BillStatus.DEDUCTION_INSTRUCTED, 4)).hasSize(15);
            assertThat(listed(BillStatus.PAID, 10)).isEmpty();
        }

        @Test
        void aCursorOfAnotherMonthIsRefused() {
            for (String place : new String[] {BillId.of(MONTH.next(), INSTITUTION), "x"}) {
                String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
                assertThat(refusal(new ListBills(MONTH, null, cursor, 10), BillPage.class))
                        .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
            }
            assertThat(refusal(new ListBills(MONTH, null, null, 201), BillPage.class)
                            .code())
                    .isEqualTo(ErrorCode.INVALID_FIELDS);
        }

        private List<String> listed(@Nullable BillStatus status, int limit) {
            List<String> listed = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                BillPage page = ask(new ListBills(MONTH, status, cursor, limit), BillPage.class);
                page.items().forEach(bill -> listed.add(bill.billId()));
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                assertThat(listed).doesNotHaveDuplicates();
                cursor = page.nextCursor();
            } while (cursor != null);
            return listed;
        }
    }

    @Nested
    class OfAnInstitution {

        @Test
        void billsAreListedNewestMonthFirst() {
            for (int months : new int[] {3, 0, 14, 9}) {
                events.append(charged(BillId.of(MONTH.plus(months), INSTITUTION), licence(REQUEST)));
            }
            events.append(charged(BillId.of(MONTH, InstitutionCode.of("4611234575")), licence(REQUEST)));

            BillPage first = ask(new ListInstitutionBills(INSTITUTION, null, 3), BillPage.class);
            BillPage second = ask(new ListInstitutionBills(INSTITUTION, first.nextCursor(), 3), BillPage.class);

            assertThat(months(first)).containsExactly(MONTH.plus(14), MONTH.plus(9), MONTH.plus(3));
            assertThat(months(second)).containsExactly(MONTH);
            assertThat(second.nextCursor()).isNull();
        }

        @Test
        void whoHasNoneHasAnEmptyPage() {
            assertThat(ask(new ListInstitutionBills(INSTITUTION, null, 3), BillPage.class))
                    .isEqualTo(new BillPage(List.of(), null));
        }

        private static List<BillingMonth> months(BillPage page) {
            return page.items().stream().map(BillSummary::month).toList();
        }
    }
}
