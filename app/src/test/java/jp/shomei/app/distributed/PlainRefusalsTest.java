package jp.shomei.app.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;

class PlainRefusalsTest {

    private static final Refusal REFUSAL = Refusal.of(ErrorCode.READ_MODEL_BEHIND, "1");

    @Test
    void aRefusalArrivesAsTheRefusalItWas() {
        assertThat(PlainRefusals.arrived(new CommandExecutionException("remote", null, REFUSAL)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::refusal)
                .isEqualTo(REFUSAL);
        assertThat(PlainRefusals.arrived(new QueryExecutionException("remote", null, REFUSAL)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::refusal)
                .isEqualTo(REFUSAL);
    }

    @Test
    void whatMeansARefusalLeavesAsOne() {
        assertThat(code(PlainRefusals.leaving(new ConcurrencyException("changed"))))
                .isEqualTo(ErrorCode.CONCURRENT_CHANGE);
        assertThat(code(PlainRefusals.leaving(new AggregateNotFoundException("1", "none"))))
                .isEqualTo(ErrorCode.CERTIFICATE_NOT_FOUND);
    }

    @Test
    void aServerThatIsAwayMeansLater() {
        RuntimeException away = Status.UNAVAILABLE.asRuntimeException();

        assertThat(code(PlainRefusals.leaving(new EventStoreException("no", away))))
                .isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(code(PlainRefusals.arrived(new IllegalStateException(away))))
                .isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(code(PlainRefusals.arrived(new NoHandlerForCommandException("nobody"))))
                .isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(code(PlainRefusals.arrived(new AxonServerQueryDispatchException("AXONIQ-5001", "gone"))))
                .isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(code(PlainRefusals.arrived(new NoHandlerForQueryException("nobody"))))
                .isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void aFaultStaysAFault() {
        RuntimeException fault = new IllegalStateException("broken");

        assertThat(PlainRefusals.leaving(fault)).isSameAs(fault);
        assertThat(PlainRefusals.arrived(fault)).isSameAs(fault);
    }

    private static ErrorCode code(Throwable error) {
        return ((Refused) error).refusal().code();
    }
}
