package jp.shomei.command.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.history.Restores;
import jp.shomei.command.time.RecordedPauses;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListNoticesToPost;
import jp.shomei.contracts.notice.NoticesToPost;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.PreparePostingBatch;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingRunTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 11);

    /** Of {@code C=JP, O="Example, Inc.", CN=Test Issuing CA}. */
    private static final String ISSUING_CERTIFICATE =
            "MIIB1jCCAXugAwIBAgIUBboMh6mZSmUA0hFhvdnXZXWNM7owCgYIKoZIzj0EAwIwPzELMAkGA1UEBhMCSlAxFjAU"
                    + "BgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rlc3QgSXNzdWluZyBDQTAgFw0yNjExMjAxMTM3NTJaGA8y"
                    + "MTI2MTAyNzExMzc1MlowPzELMAkGA1UEBhMCSlAxFjAUBgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rl"
                    + "c3QgSXNzdWluZyBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAfdVvozPLn0/djszjR0eZeDanZu93OzaxDC"
                    + "tmyEYmMWud4L6ksVLU8tEBZQNRRMzIGWuRUur5P+r32FNppoD/SjUzBRMB0GA1UdDgQWBBTrh6KGmHIi9IVSz6fC"
                    + "O143QSJB9zAfBgNVHSMEGDAWgBTrh6KGmHIi9IVSz6fCO143QSJB9zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
                    + "BAMCA0kAMEYCIQCd2mJz++QO94T6xFpY7AeA597rMAkY4PZhXnAdVfXRbgIhAPUZqJDNzYC8EVrspC6S3VENrj7S"
                    + "7CPhktdrRKaH2xNJ";

    private final Office office = new Office();
    private final List<String> awaited = new ArrayList<>();
    private final RecordedPauses pauses = new RecordedPauses();
    private boolean behind;
    private Configuration axon;
    private PostingRun run;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerMessageHandler(configuration -> office)
                .start();
        run = new PostingRun(
                new DispatchCalendar(ClosingDays.turnOfTheYear()),
                this::await,
                Restores.none(),
                axon.commandGateway(),
                axon.queryGateway(),
                pauses);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void whatIsToBePostedGoesIntoABatchUnderTheIssuersName() {
        office.toPost.addAll(List.of("N2", "N1"));

        run.run(DAY);

        assertThat(office.batches.values())
                .containsExactly(new PreparePostingBatch("B20210311-1", DAY, "Test Issuing CA", List.of("N1", "N2")));
        assertThat(office.actors).containsExactly(Metadata.SYSTEM);
    }

    @Test
    void batchesOfADayAreNumberedAndHoldFiveHundredAtMost() {
        office.toPost.addAll(notices(1_001));

        run.run(DAY);

        assertThat(office.batches).containsOnlyKeys("B20210311-1", "B20210311-2", "B20210311-3");
        assertThat(office.batches.values().stream()
                        .map(batch -> batch.noticeIds().size()))
                .containsExactly(500, 500, 1);
        assertThat(office.posted()).containsExactlyElementsOf(notices(1_001));
    }

    @Test
    void aDayWithoutNoticesHasNoBatch() {
        run.run(DAY);
        assertThat(office.batches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-03-14", "2021-03-20", "2021-12-31"})
    void nothingIsPostedOnSundaysHolidaysAndAtTheTurnOfTheYear(LocalDate closed) {
        office.toPost.add("N1");

        run.run(closed);

        assertThat(office.batches).isEmpty();
        assertThat(office.asked).isEmpty();
    }

    @Test
    void aSecondRunOfTheDayAddsWhatCameMeanwhileUnderTheNextNumber() {
        office.toPost.addAll(List.of("N1", "N2"));
        run.run(DAY);
        run.run(DAY);
        office.toPost.add("N0");
        run.run(DAY);

        assertThat(office.batches).containsOnlyKeys("B20210311-1", "B20210311-2");
        assertThat(office.posted()).containsExactly("N1", "N2", "N0");
    }

    @Test
    void aRunThatBrokeOffIsFinishedWithoutLosingOrRepeatingANotice() {
        office.toPost.addAll(notices(1_200));
        office.mostBatches = 2;
        assertThatThrownBy(() -> run.run(DAY)).isInstanceOf(Refused.class);
        office.mostBatches = 10;

        run.run(DAY);

        assertThat(office.batches).containsOnlyKeys("B20210311-1", "B20210311-2", "B20210311-3");
        assertThat(office.posted()).containsExactlyInAnyOrderElementsOf(notices(1_200));
    }

    @Test
    void nothingIsListedBeforeWhatWasIssuedIsOnItsNotices() {
        office.toPost.add("N1");
        behind = true;
        assertThatIllegalStateException().isThrownBy(() -> run.run(DAY));
        assertThat(office.asked).isEmpty();
        behind = false;

        run.run(DAY);

        assertThat(awaited).containsExactly("notice-preparation PT5M", "notice-preparation PT5M");
        assertThat(office.posted()).containsExactly("N1");
    }

    @Test
    void aListThatIsNotToBeHadFailsTheDay() {
        office.away = true;
        assertThatIllegalStateException().isThrownBy(() -> run.run(DAY));
        assertThat(pauses.total()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void aListThatIsBehindIsWaitedFor() {
        office.toPost.add("N1");
        office.away = true;
        pauses.meanwhile(() -> office.away = false);

        run.run(DAY);

        assertThat(office.posted()).containsExactly("N1");
    }

    @Test
    void aListThatDoesNotGoOnFailsTheDay() {
        office.toPost.addAll(notices(500));
        office.stuck = true;
        assertThatIllegalStateException().isThrownBy(() -> run.run(DAY)).withMessageContaining("N0500");
    }

    private void await(String group, Duration longest) {
        awaited.add(group + " " + longest);
        if (behind) {
            throw new IllegalStateException("behind");
        }
    }

    private static List<String> notices(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("N%04d"::formatted).toList();
    }

    /** The read models, the authority and the batches. */
    static final class Office {

        private final TreeSet<String> toPost = new TreeSet<>();
        private final Map<String, PreparePostingBatch> batches = new TreeMap<>();
        private final List<ListNoticesToPost> asked = new ArrayList<>();
        private final List<Object> actors = new ArrayList<>();
        private int mostBatches = 10;
        private boolean away;
        private boolean stuck;

        List<String> posted() {
            return batches.values().stream()
                    .flatMap(batch -> batch.noticeIds().stream())
                    .toList();
        }

        @QueryHandler
        public NoticesToPost handle(ListNoticesToPost query) {
            asked.add(query);
            if (away) {
                throw Refused.because(ErrorCode.READ_MODEL_BEHIND);
            }
            List<String> posted = stuck ? List.of() : posted();
            String after = stuck || query.after() == null ? "" : query.after();
            return new NoticesToPost(toPost.tailSet(after, false).stream()
                    .filter(notice -> !posted.contains(notice))
                    .limit(query.limit())
                    .toList());
        }

        @QueryHandler
        public Optional<PostingBatchView> handle(FindPostingBatch query) {
            return Optional.ofNullable(batches.get(query.batchId()))
                    .map(batch -> new PostingBatchView(
                            batch.batchId(), batch.dispatchOn(), batch.issuer(), batch.noticeIds(), null, null, null));
        }

        @QueryHandler
        public AuthorityCertificatesView handle(FindAuthorityCertificates query) {
            return new AuthorityCertificatesView("", ISSUING_CERTIFICATE);
        }

        @CommandHandler
        public void handle(PreparePostingBatch command, CommandMessage<?> message) {
            if (batches.size() >= mostBatches) {
                throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
            }
            assertThat(batches.putIfAbsent(command.batchId(), command)).isNull();
            actors.add(message.getMetaData().get(Metadata.ACTOR));
        }
    }
}
