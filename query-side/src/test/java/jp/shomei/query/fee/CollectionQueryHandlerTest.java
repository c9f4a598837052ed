package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.ANOTHER_BILL;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.ISSUE_ON;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.LIST;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.SECOND_ON;
import static jp.shomei.projections.fixture.FeeEvents.accepted;
import static jp.shomei.projections.fixture.FeeEvents.applied;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillIds;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.ListDueBills;
import jp.shomei.contracts.fee.ListOpenResults;
import jp.shomei.contracts.fee.OpenResults;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectionQueryHandlerTest extends FeeQueryTest {

    @Nested
    class DueBills {

        @Test
        void areDueFromTheDayOfTheirNextStepOn() {
            events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), failed(BILL, 1));
            events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST)), planned(ANOTHER_BILL, Cause.METHOD, 1_500));

            assertThat(due(ISSUE_ON.minusDays(1), null, 10)).isEmpty();
            assertThat(due(ISSUE_ON, null, 10)).containsExactly(ANOTHER_BILL);
            assertThat(due(SECOND_ON.minusDays(1), null, 10)).containsExactly(ANOTHER_BILL);
            assertThat(due(SECOND_ON.plusYears(1), null, 10)).containsExactly(ANOTHER_BILL, BILL);

            events.append(instructed(BILL, 2, 1_500));
            assertThat(fixture.query(new ListDueBills(SECOND_ON, null, 10), BillIds.class)
                            .billIds())
                    .containsExactly(ANOTHER_BILL);
        }

        @Test
        void areGivenInOrderPageByPage() {
            List<String> all = IntStream.iterate(0, number -> number + 977_131)
                    .limit(60)
                    .mapToObj(number -> BillId.of(MONTH, InstitutionCode.of("46%08d".formatted(number))))
                    .toList();
            all.reversed()
                    .forEach(
                            bill -> events.append(charged(bill, licence(REQUEST)), planned(bill, Cause.METHOD, 1_500)));

            List<String> seen = new ArrayList<>();
            List<String> page = due(ISSUE_ON, null, 7);
            while (!page.isEmpty()) {
                seen.addAll(page);
                assertThat(seen).doesNotHaveDuplicates();
                page = due(ISSUE_ON, seen.getLast(), 7);
            }
            assertThat(seen).isEqualTo(all);
        }

        @Test
        void areRefusedForALimitOutOfRangeOrAPlaceThatIsNoBill() {
            assertThat(refusal(new ListDueBills(ISSUE_ON, null, 0), BillIds.class)
                            .code())
                    .isEqualTo(ErrorCode.INVALID_FIELDS);
            assertThat(refusal(new ListDueBills(ISSUE_ON, REQUEST, 10), BillIds.class))
                    .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
        }

        private List<String> due(LocalDate day, @Nullable String after, int limit) {
            return ask(new ListDueBills(day, after, limit), BillIds.class).billIds();
        }
    }

    @Nested
    class OpenLists {

        private static final ResultLine FIRST = result(INSTITUTION, PaymentOutcome.DEDUCTED, 1);
        private static final ResultLine SECOND = result(ANOTHER_INSTITUTION, PaymentOutcome.PAID, null);
        private static final String ANOTHER_LIST = "0b".repeat(32);

        @Test
        void areNoneUntilOneIsAccepted() {
            events.append(closingBegun(LEDGER));
            assertThat(open()).isEmpty();
        }

        @Test
        void haveAllTheirLinesInOrderUntilTheyAreOnTheirBills() {
            events.append(closingBegun(LEDGER));
            List<ResultLine> all = new ArrayList<>();
            for (int part = 1; part <= 12; part++) {
                ResultLine one = result(InstitutionCode.of("46%08d".formatted(part)), PaymentOutcome.DEDUCTED, 1);
                events.append(accepted(LEDGER, LIST, part, 12, one, SECOND));
                all.addAll(List.of(one, SECOND));
                assertThat(open())
                        .isEqualTo(part < 12 ? Optional.empty() : Optional.of(new OpenResults(LEDGER, LIST, all)));
            }
            events.append(accepted(LEDGER, ANOTHER_LIST, 1, 1, SECOND));
            assertThat(open().map(OpenResults::sha256)).contains(LIST);

            events.append(applied(LEDGER, LIST));
            assertThat(open()).contains(new OpenResults(LEDGER, ANOTHER_LIST, List.of(SECOND)));
            events.append(applied(LEDGER, ANOTHER_LIST));
            assertThat(open()).isEmpty();
        }

        @Test
        void areKnownToBeAcceptedForGood() {
            events.append(closingBegun(LEDGER));
            assertThat(isAccepted(LIST)).isFalse();
            events.append(accepted(LEDGER, LIST, 1, 2, FIRST), accepted(LEDGER, LIST, 2, 2, SECOND));
            assertThat(isAccepted(LIST)).isTrue();
            events.append(applied(LEDGER, LIST));
            assertThat(isAccepted(LIST)).isTrue();
            assertThat(isAccepted(ANOTHER_LIST)).isFalse();
        }

        @Test
        void areThoseOfEveryMonthTheFirstMonthFirst() {
            String next = LedgerId.of(MONTH.next());
            events.append(closingBegun(next), accepted(next, LIST, 1, 1, FIRST));
            events.append(closingBegun(LEDGER), accepted(LEDGER, LIST, 1, 1, SECOND));

            assertThat(open().map(OpenResults::ledgerId)).contains(LEDGER);
            events.append(applied(LEDGER, LIST));
            assertThat(open().map(OpenResults::ledgerId)).contains(next);
        }

        private boolean isAccepted(String list) {
            return fixture.query(new FindResults(MONTH, list), ResponseTypes.instanceOf(Boolean.class), null);
        }

        /** Asked at once, not when the read models happen to have caught up. */
        private Optional<OpenResults> open() {
            return fixture.query(new ListOpenResults(), ResponseTypes.optionalInstanceOf(OpenResults.class), null);
        }
    }
}
