package jp.shomei.query;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fixture.MongoTest;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Questions put through the query gateway, answered from read models that are kept by their real processors. */
public abstract class QueryTest extends MongoTest {

    protected ReadModelFixture fixture;

    private volatile LocalDate today = LocalDate.of(2021, 3, 16);

    @BeforeEach
    void start() {
        InstantSource noon =
                () -> today.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant();
        fixture = ReadModelFixture.start(
                database,
                events,
                new QuerySide().queryHandlers(database, RenewalWindow.AS_PUBLISHED, noon.withZone(JapanTime.ZONE)));
    }

    /** From now on, questions are put on this day in Japan. */
    protected void setToday(LocalDate day) {
        today = day;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Begins again with no read models, as after a loss of all of them. */
    protected void loseReadModels() {
        stop();
        database.drop();
        start();
    }

    /** The answer, once every event so far is taken in. */
    protected <R> R ask(Object query, Class<R> answer) {
        return fixture.awaitTakenIn().query(query, answer);
    }

    /** The answer, if there is one, once every event so far is taken in. */
    protected <R> Optional<R> find(Object query, Class<R> answer) {
        return fixture.awaitTakenIn().query(query, ResponseTypes.optionalInstanceOf(answer), null);
    }

    /** Why a question is refused, as whoever asked through the gateway can read it. */
    protected Refusal refusal(Object query, Class<?> answer, Recorded seen) {
        HandlerExecutionException refused = catchThrowableOfType(
                HandlerExecutionException.class,
                () -> fixture.query(query, ResponseTypes.optionalInstanceOf(answer), seen));
        return refused.<Refusal>getDetails().orElseThrow();
    }

    /** Why a question is refused, as whoever asked through the gateway can read it. */
    protected Refusal refusal(Object query, Class<?> answer) {
        HandlerExecutionException refused =
                catchThrowableOfType(HandlerExecutionException.class, () -> fixture.query(query, answer));
        return refused.<Refusal>getDetails().orElseThrow();
    }
}
