package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.CertificateStatusProjection;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.fixture.PausingTokens;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes share one database. */
class SeveralNodesTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;
    private static final Generation FIRST = new Generation(NAME, 1);

    private final MongoDatabase another = anotherDatabase();
    private final PausingTokens first = new PausingTokens();

    @BeforeEach
    void someHistory() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST));
        events.append(applied(ANOTHER_REQUEST), cancelled(ANOTHER_REQUEST));
    }

    @Test
    void whatStartsAtOnceOnAnEmptyDatabaseTakesInEveryEventOnce() throws Exception {
        CompletableFuture<ReadModelFixture> starting = CompletableFuture.supplyAsync(() -> node("a", tokens -> tokens));
        try (ReadModelFixture one = node("b", tokens -> tokens);
                ReadModelFixture other = starting.get(20, TimeUnit.SECONDS)) {
            one.awaitTakenIn();
            other.awaitTakenIn();

            assertThat(one.contents(NAME)).isEqualTo(truth());
            assertThat(one.serving(NAME)).isEqualTo(FIRST);
        }
    }

    @Test
    void aNodeTellsHowFarAnotherHasCome() {
        try (ReadModelFixture keeping = node("a", tokens -> tokens).awaitTakenIn();
                ReadModelFixture waiting = node("b", tokens -> tokens)) {
            waiting.awaitTakenIn();
            events.append(downloaded(REQUEST));
            waiting.awaitTakenIn();

            assertThat(waiting.view(NAME)).isEqualTo(keeping.view(NAME)).returns(State.RUNNING, view -> view.state());
            assertThat(owner()).isEqualTo("a");
        }
    }

    @Test
    void aNodeThatStopsLetsGoAtOnce() {
        ReadModelFixture stopping = node("a", tokens -> tokens).awaitTakenIn();
        try (ReadModelFixture waiting = node("b", tokens -> tokens)) {
            stopping.close();
            assertThat(owner()).isNotEqualTo("a");

            events.append(downloaded(REQUEST));
            waiting.awaitTakenIn();
            assertThat(waiting.contents(NAME)).isEqualTo(truth());
        }
    }

    @Test
    void anotherTakesOverFromOneThatWasKilled() {
        ReadModelFixture killed = node("a", first::over).awaitTakenIn();
        try (ReadModelFixture waiting = node("b", tokens -> tokens)) {
            first.kill();
            events.append(downloaded(REQUEST));
            waiting.awaitTakenIn();

            assertThat(owner()).isEqualTo("b");
            assertThat(waiting.contents(NAME)).isEqualTo(truth());
        }
        killed.close();
    }

    @Test
    void aRebuildOrderedAtOneNodeIsMadeByTheOtherAndLeavesNothing() {
        try (ReadModelFixture keeping = node("a", tokens -> tokens).awaitTakenIn();
                ReadModelFixture waiting = node("b", tokens -> tokens)) {
            waiting.send(new ReplayProjection(NAME));
            Await.until("it is rebuilt", () -> keeping.serving(NAME).number() == 2);
            Await.until("both tell so", () -> List.of(keeping, waiting).stream()
                    .allMatch(node -> node.view(NAME).state() == State.RUNNING));

            assertThat(keeping.contents(NAME)).isEqualTo(truth());
            Await.until("nothing is left", () -> keeping.contents(FIRST).isEmpty());
            events.append(downloaded(REQUEST));
            keeping.awaitTakenIn();
            waiting.awaitTakenIn();
            assertThat(keeping.contents(NAME)).isEqualTo(truth());
            assertThat(keeping.contents(FIRST)).isEmpty();
        }
    }

    private ReadModelFixture node(String name, UnaryOperator<TokenStore> tokens) {
        return node(name, database, tokens);
    }

    private ReadModelFixture node(String name, MongoDatabase shared, UnaryOperator<TokenStore> tokens) {
        return ReadModelFixture.startNode(
                name, shared, events, List.of(CertificateStatusProjection.READ_MODEL), tokens);
    }

    private String owner() {
        Document token = database.getCollection("tokens")
                .find(new Document("processorName", FIRST.name()))
                .first();
        return token == null ? "nobody" : String.valueOf(token.get("owner"));
    }

    private Map<String, Map<Object, Document>> truth() {
        try (ReadModelFixture alone = node("alone", another, tokens -> tokens).awaitTakenIn()) {
            return alone.contents(NAME);
        }
    }
}
