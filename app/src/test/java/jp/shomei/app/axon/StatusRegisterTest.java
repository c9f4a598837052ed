package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.app.Await;
import jp.shomei.app.durable.StoreContext;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.ca.status.WhenStatusChangesThenRegister;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.teststores.TestStore;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The authority's register over the store it is kept in. */
@ParameterizedClass
@EnumSource(TestStore.class)
class StatusRegisterTest {

    private static final String GROUP = "status-register";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final StoreContext database;

    @TempDir
    Path scratch;

    private AnnotationConfigApplicationContext store;
    private Configuration axon;
    private KnownSerials serials;

    StatusRegisterTest(TestStore kind) {
        this.database = StoreContext.of(kind);
    }

    @BeforeEach
    void start() {
        store = database.node(scratch.resolve("data"));
        store.refresh();
        CertificateRegister register = new CertificateRegister(store.getBean(DataSource.class));
        serials = new KnownSerials(register, Clock.systemUTC());
        axon = reactions(new WhenStatusChangesThenRegister(
                        register, () -> "00", List.of(serials), RevocationSteps.UNOBSERVED))
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        store.close();
    }

    @Test
    void knowsOfARevocationWithinASecondOfItsBeingOnRecord() {
        awaitRunning();
        for (int number = 1; number <= 20; number++) {
            String serial = "a" + number;
            revoke(serial);
            long recorded = System.nanoTime();
            Await.until(() -> serials.status(serial) == State.REVOKED);
            assertThat(Duration.ofNanos(System.nanoTime() - recorded)).isLessThan(SOON);
        }
    }

    @Test
    void takesUpAfterARestartWhatItHadNotYetSeen() {
        awaitRunning();
        axon.shutdown();
        revoke("b1");
        assertThat(serials.status("b1")).isEqualTo(State.UNKNOWN);
        stop();
        start();
        Await.until(() -> serials.status("b1") == State.REVOKED);
    }

    private void awaitRunning() {
        Await.until(() -> axon.eventProcessingConfiguration()
                .eventProcessor(GROUP, StreamingEventProcessor.class)
                .orElseThrow()
                .isRunning());
    }

    private void revoke(String serialNumber) {
        CertificateRevoked revoked = new CertificateRevoked(
                "202103100000001",
                RevocationReason.KEY_COMPROMISE,
                RevocationRequester.OFFICER,
                CertificateIssued.Approval.BY_OFFICER,
                List.of(new RevokedKey(1, serialNumber, "0".repeat(64))),
                Instant.parse("2021-04-01T00:00:00Z"));
        store.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Certificate", serialNumber, 0, revoked));
    }

    private Configurer reactions(WhenStatusChangesThenRegister reaction) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> store.getBean(EventStore.class))
                .configureSerializer(axon -> store.getBean(Serializer.class))
                .configureTransactionManager(axon -> store.getBean(TransactionManager.class))
                .registerComponent(TokenStore.class, axon -> store.getBean(TokenStore.class))
                .registerMessageHandler(axon -> reaction);
        Reactions.reactionProcessors(
                        store.getBean(ConnectionProvider.class),
                        store.getBean(TransactionManager.class),
                        store.getBean(Serializer.class))
                .configureModule(configurer);
        return configurer;
    }
}
