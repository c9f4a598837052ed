package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateExpiryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 11);

    private final DueList dueList = new DueList();
    private final Takers takers = new Takers();
    private Configuration axon;
    private CertificateExpiry expiry;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerQueryHandler(configuration -> dueList)
                .registerCommandHandler(configuration -> takers)
                .start();
        expiry = new CertificateExpiry(axon.commandGateway(), axon.queryGateway());
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void whatIsDueIsDoneInOrder() {
        dueList.add("202103100000002", false, true);
        dueList.add("202103100000001", true, false);
        dueList.add("202103100000003", true, true);

        expiry.run(DAY);

        assertThat(takers.taken)
                .containsExactly(
                        new ExpireCertificate("202103100000001"),
                        new RetirePreviousKey("202103100000002"),
                        new RetirePreviousKey("202103100000003"),
                        new ExpireCertificate("202103100000003"));
    }

    @Test
    void theSystemItselfDoesIt() {
        dueList.add("202103100000001", true, false);
        expiry.run(DAY);
        assertThat(takers.actors).containsExactly(Metadata.SYSTEM);
        assertThat(takers.channels).containsExactly("daily-run");
    }

    @Test
    void itIsAskedForInPages() {
        for (int number = 1; number <= 1_001; number++) {
            dueList.add("20210310%07d".formatted(number), true, false);
        }

        expiry.run(DAY);

        assertThat(takers.taken).hasSize(1_001).doesNotHaveDuplicates();
        assertThat(dueList.asked)
                .containsExactly(
                        new ListDueCertificates(DAY, null, 500),
                        new ListDueCertificates(DAY, "202103100000500", 500),
                        new ListDueCertificates(DAY, "202103100001000", 500));
    }

    @Test
    void anEmptyDayAsksOnce() {
        expiry.run(DAY);
        assertThat(dueList.asked).hasSize(1);
        assertThat(takers.taken).isEmpty();
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurnAndFailsTheDay() {
        dueList.add("202103100000001", true, false);
        dueList.add("202103100000002", true, false);
        dueList.add("202103100000003", true, false);
        takers.refused = Set.of("202103100000001", "202103100000002");

        assertThatIllegalStateException()
                .isThrownBy(() -> expiry.run(DAY))
                .withMessageStartingWith("2 ends of 2024-06-11")
                .withCauseInstanceOf(Refused.class);

        assertThat(takers.taken).containsExactly(new ExpireCertificate("202103100000003"));
    }

    @Test
    void aListThatIsNotToBeHadFailsTheDay() {
        dueList.behind = true;
        assertThatIllegalStateException().isThrownBy(() -> expiry.run(DAY));
    }

    @Test
    void aListThatDoesNotGoOnFailsTheDay() {
        for (int number = 1; number <= 500; number++) {
            dueList.add("20210310%07d".formatted(number), true, false);
        }
        dueList.stuck = true;
        assertThatIllegalStateException().isThrownBy(() -> expiry.run(DAY)).withMessageContaining("202103100000500");
    }

    /** What the read model would answer. */
    static final class DueList {

        private final TreeMap<String, Due> due = new TreeMap<>();
        private final List<ListDueCertificates> asked = new ArrayList<>();
        private boolean behind;
        private boolean stuck;

        void add(String requestId, boolean expires, boolean retires) {
            due.put(requestId, new Due(requestId, expires, retires));
        }

        @QueryHandler
        public DueCertificates handle(ListDueCertificates query) {
            asked.add(query);
            if (behind) {
                throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
            }
            String after = stuck || query.after() == null ? "" : query.after();
            return new DueCertificates(due.tailMap(after, false).values().stream()
                    .limit(query.limit())
                    .toList());
        }
    }

    /** What takes the commands. */
    static final class Takers {

        private final List<Object> taken = new ArrayList<>();
        private final List<Object> actors = new ArrayList<>();
        private final List<Object> channels = new ArrayList<>();
        private Set<String> refused = Set.of();

        @CommandHandler
        public void handle(ExpireCertificate command, CommandMessage<?> message) {
            take(command.requestId(), message);
        }

        @CommandHandler
        public void handle(RetirePreviousKey command, CommandMessage<?> message) {
            take(command.requestId(), message);
        }

        private void take(String requestId, CommandMessage<?> message) {
            if (refused.contains(requestId)) {
                throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
            }
            taken.add(message.getPayload());
            actors.add(message.getMetaData().get(Metadata.ACTOR));
            channels.add(message.getMetaData().get(Metadata.CHANNEL));
        }
    }
}
