package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateExpiryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 11);

    private final Room room = new Room();
    private Configuration axon;
    private DueCommands due;
    private CertificateExpiry expiry;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerMessageHandler(configuration -> room)
                .start();
        due = new DueCommands(axon.commandGateway(), axon.queryGateway());
        expiry = new CertificateExpiry(due);
    }

    @AfterEach
    void stop() {
        due.close();
        axon.shutdown();
    }

    @Test
    void whatIsDueIsDone() {
        room.due.add(new Due("202103100000001", true, false));
        room.due.add(new Due("202103100000002", false, true));

        expiry.run(DAY);

        assertThat(room.asked).containsExactly(new ListDueCertificates(DAY, null, 2_000));
        assertThat(room.taken)
                .containsExactlyInAnyOrder(
                        new ExpireCertificate("202103100000001"), new RetirePreviousKey("202103100000002"));
    }

    @Test
    void theKeyBeforeIsRetiredBeforeAllExpires() {
        room.due.add(new Due("202103100000003", true, true));

        expiry.run(DAY);

        assertThat(room.taken)
                .containsExactly(new RetirePreviousKey("202103100000003"), new ExpireCertificate("202103100000003"));
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurnAndFailsTheDay() {
        room.unknown = "202103100000001";
        room.due.add(new Due("202103100000001", true, false));
        room.due.add(new Due("202103100000003", true, false));

        assertThatIllegalStateException()
                .isThrownBy(() -> expiry.run(DAY))
                .withMessageStartingWith("1 ends of 2024-06-11")
                .withCauseInstanceOf(Refused.class);

        assertThat(room.taken).containsExactly(new ExpireCertificate("202103100000003"));
    }

    /** What the read model would answer, and what takes the commands. */
    static final class Room {

        private final List<Due> due = new ArrayList<>();
        private final List<Object> asked = new ArrayList<>();
        private final List<Object> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile String unknown = "";

        @QueryHandler
        public DueCertificates handle(ListDueCertificates query) {
            asked.add(query);
            return new DueCertificates(due);
        }

        @CommandHandler
        public void handle(ExpireCertificate command) {
            if (command.requestId().equals(unknown)) {
                throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
            }
            taken.add(command);
        }

        @CommandHandler
        public void handle(RetirePreviousKey command) {
            taken.add(command);
        }
    }
}
