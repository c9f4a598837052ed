package jp.shomei.projections.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.LIST;
import static jp.shomei.projections.fixture.FeeEvents.accepted;
import static jp.shomei.projections.fixture.FeeEvents.applied;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.result;
import static jp.shomei.projections.fixture.FeeEvents.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.fee.LedgerView.State;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fee.view.LedgerDocument;
import jp.shomei.projections.fee.view.LedgersModel;
import jp.shomei.projections.fee.view.OpenList;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgersProjectionTest extends MongoTest {

    private static final String ANOTHER_LIST = "0b".repeat(32);
    private static final ResultLine FIRST = result(INSTITUTION, PaymentOutcome.DEDUCTED, 1);
    private static final ResultLine SECOND = result(ANOTHER_INSTITUTION, PaymentOutcome.PAID, null);

    private ReadModelFixture fixture;

    @BeforeEach
    void start() {
        fixture = ReadModelFixture.start(database, events);
        events.append(closingBegun(LEDGER));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aLedgerBeingClosedHasNoTotals() {
        assertThat(ledger()).returns(State.CLOSING, LedgerDocument::state).returns(null, LedgerDocument::closed);
    }

    @Test
    void aClosedLedgerKeepsWhatItWasClosedWith() {
        events.append(closed(LEDGER, totals(), LIST));

        assertThat(ledger()).returns(State.CLOSED, LedgerDocument::state);
        assertThat(Objects.requireNonNull(ledger().closed()))
                .returns(CLOSED_ON, LedgerDocument.Closed::on)
                .returns(LIST, LedgerDocument.Closed::sha256)
                .returns(totals(), closed -> closed.totals().totals());
    }

    @Test
    void aHistoryCannotBeginWithAnythingButItsClosing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerDocument.on(null, applied(LEDGER, LIST), 0))
                .withMessage("a history cannot begin with ResultsApplied");
        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerDocument.on(ledger(), closingBegun(LEDGER), 1))
                .withMessage("LedgerClosingBegun cannot happen twice");
    }

    @Nested
    class OfResults {

        @Test
        void everyPartIsKeptUntilTheListIsOnItsBills() {
            events.append(accepted(LEDGER, LIST, 1, 2, FIRST));
            assertThat(ledger().open()).containsExactly(new OpenList(LIST, 2, 1));
            assertThat(ledger().open().getFirst().isWhole()).isFalse();
            events.append(accepted(LEDGER, LIST, 2, 2, SECOND));
            events.append(accepted(LEDGER, ANOTHER_LIST, 1, 1, SECOND, FIRST));

            assertThat(ledger().open()).containsExactly(new OpenList(LIST, 2, 2), new OpenList(ANOTHER_LIST, 1, 1));
            assertThat(results())
                    .isEqualTo(Map.of(
                            LEDGER + ":" + LIST + ":1", List.of(FIRST),
                            LEDGER + ":" + LIST + ":2", List.of(SECOND),
                            LEDGER + ":" + ANOTHER_LIST + ":1", List.of(SECOND, FIRST)));

            events.append(applied(LEDGER, LIST));
            assertThat(ledger().open()).containsExactly(new OpenList(ANOTHER_LIST, 1, 1));
            assertThat(results().keySet()).isEqualTo(Set.of(LEDGER + ":" + ANOTHER_LIST + ":1"));
        }

        @Test
        void aReplayLeavesEverythingAsItWas() {
            events.append(accepted(LEDGER, LIST, 1, 2, FIRST), accepted(LEDGER, LIST, 2, 2, SECOND));
            events.append(closed(LEDGER, totals(), LIST), applied(LEDGER, LIST));
            events.append(accepted(LEDGER, ANOTHER_LIST, 1, 1, SECOND, FIRST));
            Map<String, Map<Object, Document>> before = fixture.awaitTakenIn().contents(LedgersModel.NAME);

            fixture.send(new ReplayProjection(LedgersModel.NAME));
            Await.until("it is rebuilt", () -> fixture.view(LedgersModel.NAME).state() == ProjectionView.State.RUNNING);

            assertThat(before.keySet()).isEqualTo(Set.of("documents", "results"));
            assertThat(fixture.contents(LedgersModel.NAME)).isEqualTo(before);
        }
    }

    private LedgersModel model() {
        return LedgersModel.of(database, fixture.awaitTakenIn().serving(LedgersModel.NAME));
    }

    private LedgerDocument ledger() {
        return Objects.requireNonNull(model().documents().find().first());
    }

    private Map<String, List<ResultLine>> results() {
        Map<String, List<ResultLine>> results = new TreeMap<>();
        model().results().find().forEach(part -> results.put(part.part(), part.lines()));
        return results;
    }
}
