package jp.shomei.app.readmodel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

class AwayMeansLaterTest {

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();

    @Test
    void aQuestionIsRefusedForNowWhileTheServerIsAway() {
        bus.registerHandlerInterceptor(new AwayMeansLater());
        bus.<String>subscribe("question", String.class, query -> {
            throw new MongoTimeoutException("no server");
        });

        assertThatThrownBy(() -> DefaultQueryGateway.builder()
                        .queryBus(bus)
                        .build()
                        .query("question", "?", ResponseTypes.instanceOf(String.class))
                        .get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .matches(refused -> refused.refusal().code() == ErrorCode.TEMPORARILY_UNAVAILABLE);
    }
}
