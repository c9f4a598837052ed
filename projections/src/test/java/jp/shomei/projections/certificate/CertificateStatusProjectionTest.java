package jp.shomei.projections.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.contactChanged;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.endorsed;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.extended;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.keyDestroyed;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.referred;
import static jp.shomei.projections.fixture.CertificateEvents.reissued;
import static jp.shomei.projections.fixture.CertificateEvents.rejected;
import static jp.shomei.projections.fixture.CertificateEvents.renewalPrepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.retired;
import static jp.shomei.projections.fixture.CertificateEvents.revocationDeclined;
import static jp.shomei.projections.fixture.CertificateEvents.revocationRequested;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.InstitutionCertificatesDocument;
import jp.shomei.projections.certificate.view.WaitingDocument;
import jp.shomei.projections.fixture.MongoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateStatusProjectionTest extends MongoTest {

    static List<List<CertificateEvent>> histories() {
        List<CertificateEvent> downloaded = List.of(
                applied(REQUEST),
                referred(REQUEST),
                endorsed(REQUEST),
                issued(REQUEST),
                reissued(REQUEST),
                prepared(REQUEST),
                signed(REQUEST),
                downloaded(REQUEST),
                contactChanged(REQUEST),
                extended(REQUEST),
                revocationRequested(REQUEST));
        return List.of(
                downloaded,
                and(downloaded, revoked(REQUEST)),
                and(
                        downloaded,
                        revocationDeclined(REQUEST),
                        renewed(REQUEST),
                        renewalPrepared(REQUEST),
                        retired(REQUEST),
                        keyDestroyed(REQUEST)),
                and(downloaded, expired(REQUEST)),
                List.of(applied(REQUEST), referred(REQUEST), rejected(REQUEST)),
                List.of(applied(REQUEST), cancelled(REQUEST)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void storesWhatTheFoldMakesOfTheEvents(List<CertificateEvent> history) {
        CertificateDocument folded = null;
        for (int sequence = 0; sequence < history.size(); sequence++) {
            folded = CertificateDocument.on(
                    folded, history.get(sequence), sequence, Instant.parse("2021-03-10T00:00:00Z"));
        }
        events.append(history.toArray(CertificateEvent[]::new));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.documents().find(Filters.eq("_id", REQUEST)).first())
                    .isEqualTo(folded)
                    .extracting(CertificateDocument::version)
                    .isEqualTo(history.size() - 1L);
        }
    }

    @Test
    void keepsAnApplicationInTheLineOnlyWhileItWaits() {
        events.append(applied(REQUEST), referred(REQUEST), endorsed(REQUEST));
        events.append(applied(ANOTHER_REQUEST));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.waiting().find())
                    .containsExactlyInAnyOrder(
                            new WaitingDocument("001615334400000:" + REQUEST, REQUEST),
                            new WaitingDocument("001615334400000:" + ANOTHER_REQUEST, ANOTHER_REQUEST));

            events.append(issued(REQUEST));
            events.append(cancelled(ANOTHER_REQUEST));
            fixture.awaitTakenIn();
            assertThat(model.waiting().find()).isEmpty();
        }
    }

    @Test
    void keepsARequestToRevokeInTheLineOnlyWhileItWaits() {
        events.append(applied(REQUEST), issued(REQUEST));
        events.setNow(Instant.parse("2021-05-06T00:00:00.0015Z"));
        events.append(revocationRequested(REQUEST));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.revocations().find())
                    .containsExactly(new WaitingDocument("001620259200001:" + REQUEST, REQUEST));

            events.append(revocationDeclined(REQUEST));
            fixture.awaitTakenIn();
            assertThat(model.revocations().find()).isEmpty();

            events.append(revocationRequested(REQUEST), revoked(REQUEST));
            fixture.awaitTakenIn();
            assertThat(model.revocations().find()).isEmpty();
        }
    }

    @Test
    void listsAnApplicationWithItsTerminalNameWhileItIsOpen() {
        events.append(applied(REQUEST), issued(REQUEST));
        events.append(applied(ANOTHER_REQUEST));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(open(fixture)).isEqualTo(Map.of("受付１", Set.of(ANOTHER_REQUEST), "受付２", Set.of(REQUEST)));

            events.append(contactChanged(REQUEST));
            fixture.awaitTakenIn();
            assertThat(open(fixture)).isEqualTo(Map.of("受付１", Set.of(ANOTHER_REQUEST), "受付３", Set.of(REQUEST)));

            events.append(downloaded(REQUEST));
            events.append(rejected(ANOTHER_REQUEST));
            fixture.awaitTakenIn();
            assertThat(open(fixture)).isEmpty();
        }
    }

    @Test
    void listsEachInstitutionsRequestsWithTheTimeOfApplication() {
        events.append(applied(REQUEST));
        events.setNow(Instant.parse("2021-03-10T01:00:00Z"));
        events.append(applied(ANOTHER_REQUEST));
        events.append(applied("202103100000003", ANOTHER_INSTITUTION));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.institutions()
                            .find(Filters.eq("_id", INSTITUTION.value()))
                            .first())
                    .isEqualTo(new InstitutionCertificatesDocument(
                            INSTITUTION.value(),
                            Map.of(
                                    REQUEST,
                                    Instant.parse("2021-03-10T00:00:00Z"),
                                    ANOTHER_REQUEST,
                                    Instant.parse("2021-03-10T01:00:00Z"))));
            assertThat(model.institutions()
                            .find(Filters.eq("_id", ANOTHER_INSTITUTION.value()))
                            .first()
                            .requests())
                    .containsOnlyKeys("202103100000003");
        }
    }

    @Test
    void takesInEventsThatComeWhileItRuns() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events)) {
            events.append(applied(REQUEST));
            fixture.awaitTakenIn();
            events.append(issued(REQUEST));
            fixture.awaitTakenIn();

            assertThat(model(fixture)
                            .documents()
                            .find(Filters.eq("_id", REQUEST))
                            .first()
                            .version())
                    .isEqualTo(1);
        }
    }

    private Map<String, Set<String>> open(ReadModelFixture fixture) {
        Map<String, Set<String>> open = new HashMap<>();
        model(fixture).terminals().find().forEach(terminal -> {
            if (!terminal.requests().isEmpty()) {
                assertThat(terminal.terminal()).startsWith(INSTITUTION.value() + ":");
                open.put(terminal.terminal().substring(11), terminal.requests().keySet());
            }
        });
        return open;
    }

    private static List<CertificateEvent> and(List<CertificateEvent> before, CertificateEvent... others) {
        return Stream.concat(before.stream(), Stream.of(others)).toList();
    }

    private CertificateStatusModel model(ReadModelFixture fixture) {
        return CertificateStatusModel.of(database, fixture.serving(CertificateStatusModel.NAME));
    }
}
