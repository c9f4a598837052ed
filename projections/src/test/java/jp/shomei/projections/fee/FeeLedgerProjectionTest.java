package jp.shomei.projections.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.ANOTHER_BILL;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CHARGED_ON;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.SECOND_ON;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.paid;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.renewal;
import static jp.shomei.projections.fixture.FeeEvents.reversed;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.slip;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillFigures;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fee.view.MonthSumDocument;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeeLedgerProjectionTest extends MongoTest {

    private static final String BLOCK = ":2021-05-4611234:DUE";

    private ReadModelFixture fixture;

    @BeforeEach
    void start() {
        fixture = ReadModelFixture.start(database, events);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void keepsWholeBillsAsTheirFoldMakesThem() {
        Instant at = Instant.parse("2021-03-12T03:04:05.678Z");
        events.setNow(at);
        events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST, ANOTHER_REQUEST)));
        events.append(reversed(BILL, licence(REQUEST)), instructed(BILL, 1, 2_253), failed(BILL, 1));
        events.append(planned(BILL, Cause.INSUFFICIENT, 2_253), slip(BILL, 2_253));

        BillDocument expected = BillDocument.on(null, charged(BILL, licence(REQUEST)), 0, at);
        expected = BillDocument.on(expected, charged(BILL, postage(NOTICE, REQUEST, ANOTHER_REQUEST)), 1, at);
        expected = BillDocument.on(expected, reversed(BILL, licence(REQUEST)), 2, at);
        expected = BillDocument.on(expected, instructed(BILL, 1, 2_253), 3, at);
        expected = BillDocument.on(expected, failed(BILL, 1), 4, at);
        expected = BillDocument.on(expected, planned(BILL, Cause.INSUFFICIENT, 2_253), 5, at);
        expected = BillDocument.on(expected, slip(BILL, 2_253), 6, at);
        assertThat(model().documents().find().into(new ArrayList<>())).containsExactly(expected);
    }

    @Test
    void listsABillInItsMonthAndMovesItNowhereWhateverHappensToIt() {
        events.append(charged(BILL, licence(REQUEST)));
        assertThat(leaves()).isEqualTo(Map.of("2021-05-46112", Map.of(BILL, BillStatus.OPEN)));
        assertThat(branches())
                .isEqualTo(Map.of(
                        "months", Set.of("2021-05"),
                        "2021-05", Set.of("2021-05-461"),
                        "2021-05-461", Set.of("2021-05-46112")));

        events.append(instructed(BILL, 1, 1_500));
        assertThat(leaves()).isEqualTo(Map.of("2021-05-46112", Map.of(BILL, BillStatus.DEDUCTION_INSTRUCTED)));
    }

    @Test
    void aShorterCodeHasItsPlaceAmongTheOthers() {
        String insurer = BillId.of(MONTH, InstitutionCode.of("06123456"));
        events.append(charged(insurer, licence(REQUEST)));
        events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST)));

        assertThat(leaves().keySet()).containsExactly("2021-05-06123", "2021-05-13100");
    }

    @Test
    void aBillIsDueOnTheDayOfItsNextStepAndNoMoreAfterTheLast() {
        events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500));
        assertThat(due()).isEmpty();

        events.append(failed(BILL, 1));
        assertThat(due()).isEqualTo(Map.of(SECOND_ON + BLOCK, Set.of(BILL)));

        events.append(instructed(BILL, 2, 1_500), failed(BILL, 2), planned(BILL, Cause.INSUFFICIENT, 1_500));
        assertThat(due()).isEqualTo(Map.of("2021-05-10" + BLOCK, Set.of(BILL)));
        events.append(slip(BILL, 1_500));
        assertThat(due()).isEqualTo(Map.of("2021-06-10" + BLOCK, Set.of(BILL)));
        events.append(paid(BILL, 1_500));
        assertThat(due()).isEmpty();
    }

    @Test
    void findsChargesByEveryCertificateAndNoticeTheyAreFor() {
        Charge postage = postage(NOTICE, REQUEST, ANOTHER_REQUEST);
        String nextBill = BillId.of(MONTH.next(), INSTITUTION);
        events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage));
        events.append(charged(nextBill, renewal(REQUEST, 2)));
        events.append(charged(nextBill, postage.reversedOn(CHARGED_ON.plusDays(40))));

        assertThat(subjects())
                .isEqualTo(Map.of(
                        REQUEST,
                        Map.of(
                                "L-" + REQUEST, BILL,
                                "P-" + NOTICE, BILL,
                                "R-" + REQUEST + "-2", nextBill,
                                "V-P-" + NOTICE, nextBill),
                        ANOTHER_REQUEST,
                        Map.of("P-" + NOTICE, BILL, "V-P-" + NOTICE, nextBill),
                        NOTICE,
                        Map.of("P-" + NOTICE, BILL, "V-P-" + NOTICE, nextBill)));
    }

    @Test
    void knowsWhatTheBillsOfEachMonthComeTo() {
        String nextBill = BillId.of(MONTH.next(), INSTITUTION);
        events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST)));
        events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST), PaymentMethod.PAYMENT_SLIP, null));
        events.append(charged(nextBill, licence(REQUEST).reversedOn(CHARGED_ON.plusDays(40))));
        events.append(instructed(BILL, 1, 2_253), settled(BILL, 1, 2_253));

        Map<String, Long> figures = figures(MONTH.toString());
        assertThat(BillFigures.totals(figures))
                .isEqualTo(new LedgerTotals(
                        3,
                        3_753,
                        136 + 68 + 136,
                        Map.of(PaymentMethod.DEDUCTION, 2_253L, PaymentMethod.PAYMENT_SLIP, 1_500L),
                        Map.of(ChargeKind.LICENCE, 3_000L, ChargeKind.RENEWAL, 0L, ChargeKind.POSTAGE, 753L),
                        Map.of(Prefecture.KAGOSHIMA.code(), 2_253L, "00", 1_500L)));
        Map<Account, Long> accounts = BillFigures.accounts(figures);
        assertThat(accounts).containsOnlyKeys(Account.values()).containsEntry(Account.RECEIVABLE, 1_500L);
        assertThat(accounts.values().stream().mapToLong(yen -> yen).sum()).isZero();
        assertThat(BillFigures.totals(figures(MONTH.next().toString())).amount())
                .isEqualTo(-1_500);
    }

    @Test
    void aReplayLeavesEverythingAsItWas() {
        events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, REQUEST)));
        events.append(charged(ANOTHER_BILL, licence(ANOTHER_REQUEST)), planned(ANOTHER_BILL, Cause.METHOD, 1_500));
        events.append(instructed(BILL, 1, 2_253), failed(BILL, 1), reversed(BILL, licence(REQUEST)));
        Map<String, Map<Object, Document>> before = fixture.awaitTakenIn().contents(FeeLedgerModel.NAME);

        fixture.send(new ReplayProjection(FeeLedgerModel.NAME));
        Await.until("it is rebuilt", () -> fixture.view(FeeLedgerModel.NAME).state() == State.RUNNING);

        assertThat(fixture.serving(FeeLedgerModel.NAME).number()).isEqualTo(2);
        assertThat(before.keySet()).isEqualTo(Set.of("documents", "branches", "leaves", "due", "subjects", "sums"));
        assertThat(fixture.contents(FeeLedgerModel.NAME)).isEqualTo(before);
    }

    private FeeLedgerModel model() {
        return FeeLedgerModel.of(database, fixture.awaitTakenIn().serving(FeeLedgerModel.NAME));
    }

    private Map<String, Map<String, BillStatus>> leaves() {
        Map<String, Map<String, BillStatus>> leaves = new TreeMap<>();
        model().leaves().find().forEach(leaf -> leaves.put(leaf.beginning(), leaf.bills()));
        return leaves;
    }

    private Map<String, Set<String>> branches() {
        Map<String, Set<String>> branches = new TreeMap<>();
        model().branches()
                .find()
                .forEach(branch ->
                        branches.put(branch.beginning(), branch.longer().keySet()));
        return branches;
    }

    private Map<String, Set<String>> due() {
        Map<String, Set<String>> due = new TreeMap<>();
        model().due().find().forEach(block -> due.put(block.block(), block.ids().keySet()));
        return due;
    }

    private Map<String, Map<String, String>> subjects() {
        Map<String, Map<String, String>> subjects = new TreeMap<>();
        model().subjects().find().forEach(subject -> subjects.putAll(subject.charges()));
        return subjects;
    }

    private Map<String, Long> figures(String month) {
        MonthSumDocument sum = model().sums().find(Filters.eq("_id", month)).first();
        return sum == null ? Map.of() : sum.figures();
    }
}
