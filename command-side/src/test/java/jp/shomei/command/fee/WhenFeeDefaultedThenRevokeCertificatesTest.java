package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.shomei.contracts.certificate.RevokeForNonPayment;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenFeeDefaultedThenRevokeCertificatesTest {

    private static final String FIRST = "202404100000001";
    private static final String SECOND = "202404100000002";
    private static final String THIRD = "202404100000003";
    private static final FeeDefaulted EVENT =
            new FeeDefaulted(BillFixture.ID, List.of(FIRST, SECOND, THIRD), 4_500, LocalDate.of(2024, 7, 26));

    private final List<Message<?>> sent = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private Configuration axon;
    private WhenFeeDefaultedThenRevokeCertificates reaction;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration().start();
        axon.commandBus().subscribe(RevokeForNonPayment.class.getName(), message -> {
            String requestId = ((RevokeForNonPayment) message.getPayload()).requestId();
            if (missing.contains(requestId)) {
                throw new AggregateNotFoundException(requestId, "there is none");
            }
            if (broken.contains(requestId)) {
                throw new IllegalStateException("the store is away");
            }
            sent.add(message);
            return null;
        });
        reaction = new WhenFeeDefaultedThenRevokeCertificates(axon.commandGateway());
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void everyCertificateIsRevoked() {
        react();
        assertThat(revoked()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(sent)
                .allSatisfy(message -> assertThat(message.getMetaData()).containsEntry(Metadata.CHANNEL, "reaction"));
    }

    @Test
    void oneThatDoesNotExistKeepsNoneOfTheOthers() {
        missing.add(FIRST);
        react();
        assertThat(revoked()).containsExactly(SECOND, THIRD);
    }

    @Test
    void whatFailsIsLeftForAnotherTry() {
        broken.add(SECOND);
        assertThatThrownBy(this::react).hasMessageContaining("the store is away");
    }

    @Test
    void noCertificateIsRevokedForReplayedEvents() {
        assertThat(WhenFeeDefaultedThenRevokeCertificates.class)
                .hasAnnotations(DisallowReplay.class, ProcessingGroup.class);
        assertThat(WhenFeeDefaultedThenRevokeCertificates.class
                        .getAnnotation(ProcessingGroup.class)
                        .value())
                .isEqualTo("nonpayment-revocation");
    }

    /** As a processor does: the commands join the unit of work of the event. */
    private void react() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage(EVENT));
        unit.execute(() -> reaction.on(EVENT));
        assertThat(unit.isRolledBack()).isFalse();
    }

    private List<String> revoked() {
        return sent.stream()
                .map(message -> ((RevokeForNonPayment) message.getPayload()).requestId())
                .toList();
    }
}
