package jp.shomei.projections.reminder;

import static jp.shomei.contracts.reminder.ReminderKind.DOWNLOAD;
import static jp.shomei.contracts.reminder.ReminderKind.EXPIRY;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.EXTENDED_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.contactChanged;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.extended;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.keyDestroyed;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.reissued;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.renewalPrepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewalSigned;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.revocationRequested;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.block.view.DayBlock;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.reminder.view.HolderDocument;
import jp.shomei.projections.reminder.view.ReminderDocument;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import jp.shomei.projections.reminder.view.SerialDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReminderQueueProjectionTest extends MongoTest {

    private static final String BEGINNING = ":2021031000000:";
    private static final String EXPIRY_ENDS = EXPIRES_ON + BEGINNING + EXPIRY;
    private static final String DOWNLOAD_ENDS = DOWNLOAD_UNTIL + BEGINNING + DOWNLOAD;

    private ReadModelFixture fixture;

    @BeforeEach
    void start() {
        fixture = ReadModelFixture.start(database, events);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void anApplicationThatIsNotIssuedIsNeverRemindedOf() {
        events.append(applied(REQUEST), cancelled(REQUEST));

        assertNothingIsLeft();
    }

    @Nested
    class OnceIssued {

        @BeforeEach
        void issue() {
            events.append(applied(REQUEST), issued(REQUEST));
        }

        @Test
        void theFirstMailOfEachEndIsDue() {
            assertThat(due())
                    .isEqualTo(Map.of(
                            mail(EXPIRY, EXPIRES_ON, 75), Set.of(REQUEST),
                            mail(DOWNLOAD, DOWNLOAD_UNTIL, 30), Set.of(REQUEST)));
            assertThat(ends()).isEqualTo(Map.of(EXPIRY_ENDS, Set.of(REQUEST), DOWNLOAD_ENDS, Set.of(REQUEST)));
        }

        @Test
        void othersOfTheSameDayShareABlockAndStayInIt() {
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));
            assertThat(ends()).containsEntry(EXPIRY_ENDS, Set.of(REQUEST, ANOTHER_REQUEST));

            events.append(revoked(REQUEST));
            assertThat(ends())
                    .isEqualTo(Map.of(EXPIRY_ENDS, Set.of(ANOTHER_REQUEST), DOWNLOAD_ENDS, Set.of(ANOTHER_REQUEST)));
            assertThat(due().values()).containsOnly(Set.of(ANOTHER_REQUEST));
        }

        @Test
        void aMailOnRecordIsFollowedByTheNextOfItsKind() {
            events.append(reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 30), reminded(REQUEST, EXPIRY, EXPIRES_ON, 7));

            assertThat(due().keySet()).containsExactly(mail(DOWNLOAD, DOWNLOAD_UNTIL, 15), mail(EXPIRY, EXPIRES_ON, 6));
        }

        @Test
        void noMailIsDueAfterTheLastThoughTheEndStaysKnown() {
            events.append(reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 15), reminded(REQUEST, EXPIRY, EXPIRES_ON, 0));

            assertThat(due()).isEmpty();
            assertThat(ends().keySet()).containsExactly(DOWNLOAD_ENDS, EXPIRY_ENDS);
        }

        @Test
        void aMailAboutAnEndThatHoldsNoMoreChangesNothing() {
            events.append(extended(REQUEST), reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 15));

            assertThat(due()).containsKey(mail(DOWNLOAD, EXTENDED_UNTIL, 30));
        }

        @Test
        void aDownloadEndsTheRemindersOfItsEnd() {
            events.append(downloaded(REQUEST));

            assertThat(due().keySet()).containsExactly(mail(EXPIRY, EXPIRES_ON, 75));
            assertThat(ends().keySet()).containsExactly(EXPIRY_ENDS);
        }

        @Test
        void aLongerDownloadPeriodBeginsTheRemindersAnew() {
            events.append(reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 15), extended(REQUEST));

            assertThat(due()).containsKey(mail(DOWNLOAD, EXTENDED_UNTIL, 30));
            assertThat(ends().keySet()).containsExactly(EXTENDED_UNTIL + BEGINNING + DOWNLOAD, EXPIRY_ENDS);
        }

        @Test
        void aLongerDownloadPeriodOfWhatWasDownloadedIsNotRemindedOf() {
            events.append(downloaded(REQUEST), extended(REQUEST), reissued(REQUEST));

            assertThat(ends().keySet()).containsExactly(EXPIRY_ENDS);
        }

        @Test
        void aNewNoticeRepeatsNoReminderOfTheSameEnd() {
            events.append(reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 30), reissued(REQUEST));

            assertThat(due()).containsKey(mail(DOWNLOAD, DOWNLOAD_UNTIL, 15));
        }

        @Test
        void theEndOfTheEscrowedKeyAndARequestToRevokeChangeNothing() {
            Map<String, Set<String>> before = due();

            events.append(keyDestroyed(REQUEST), revocationRequested(REQUEST));

            assertThat(due()).isEqualTo(before);
        }

        @Test
        void aRenewalBeginsTheRemindersOfTheExpiryAnewAndEndsThoseOfTheDownload() {
            events.append(reminded(REQUEST, EXPIRY, EXPIRES_ON, 60), renewed(REQUEST));

            assertThat(due().keySet()).containsExactly(mail(EXPIRY, RENEWED_EXPIRES_ON, 75));
            assertThat(ends().keySet()).containsExactly(RENEWED_EXPIRES_ON + BEGINNING + EXPIRY);
        }

        @Test
        void aNoticeOfARenewalBeginsTheRemindersOfItsDownload() {
            events.append(downloaded(REQUEST), renewed(REQUEST), reissued(REQUEST));

            assertThat(ends()).containsKey(DOWNLOAD_ENDS);
        }

        @Test
        void nothingIsLeftOnceItIsRevoked() {
            events.append(revoked(REQUEST));

            assertNothingIsLeft();
        }

        @Test
        void nothingIsLeftOnceItsExpiryIsRecorded() {
            events.append(expired(REQUEST));

            assertNothingIsLeft();
        }

        @Test
        void itsInstitutionIsKnown() {
            assertThat(holders()).isEqualTo(Map.of(INSTITUTION.value(), Set.of(REQUEST)));
        }

        @Test
        void theTerminalNameOfTodayIsKnown() {
            events.append(contactChanged(REQUEST));

            assertThat(document().terminalName()).isEqualTo("受付３");
        }

        @Test
        void everySerialNumberLeadsToItsGeneration() {
            events.append(prepared(REQUEST), signed(REQUEST), renewed(REQUEST));
            events.append(renewalPrepared(REQUEST), renewalSigned(REQUEST));

            assertThat(serials())
                    .isEqualTo(Set.of(new SerialDocument("0a1b", REQUEST, 1), new SerialDocument("2c3d", REQUEST, 2)));
            assertThat(document().generation()).isEqualTo(2);
        }
    }

    @Test
    void aSerialNumberLeadsNowhereBeforeItIsSigned() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST));

        assertThat(serials()).isEmpty();
    }

    @Test
    void aRebuildLeavesTheDocumentsAsTheyWere() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST));
        events.append(reminded(REQUEST, DOWNLOAD, DOWNLOAD_UNTIL, 30), extended(REQUEST));
        events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST), renewed(ANOTHER_REQUEST));
        Map<String, Map<Object, Document>> before = fixture.awaitTakenIn().contents(ReminderQueueModel.NAME);

        fixture.send(new ReplayProjection(ReminderQueueModel.NAME));
        Await.until("it is rebuilt", () -> fixture.view(ReminderQueueModel.NAME).state() == State.RUNNING);

        assertThat(fixture.serving(ReminderQueueModel.NAME).number()).isEqualTo(2);
        assertThat(fixture.contents(ReminderQueueModel.NAME)).isEqualTo(before);
        assertThat(before.keySet()).containsExactly("documents", "due", "ends", "holders", "serials");
    }

    private void assertNothingIsLeft() {
        assertThat(due()).isEmpty();
        assertThat(ends()).isEmpty();
        assertThat(holders()).isEmpty();
    }

    private Map<String, Set<String>> due() {
        return contents(model().due());
    }

    private Map<String, Set<String>> ends() {
        return contents(model().ends());
    }

    private Map<String, Set<String>> holders() {
        Map<String, Set<String>> holders = new TreeMap<>();
        for (HolderDocument holder : model().holders().find()) {
            holders.put(holder.institution(), holder.requests().keySet());
        }
        return holders;
    }

    private Set<SerialDocument> serials() {
        return Set.copyOf(model().serials().find().into(new ArrayList<>()));
    }

    private ReminderDocument document() {
        return model().documents().find(new Document("_id", REQUEST)).first();
    }

    private ReminderQueueModel model() {
        return ReminderQueueModel.of(database, fixture.awaitTakenIn().serving(ReminderQueueModel.NAME));
    }

    private static Map<String, Set<String>> contents(MongoCollection<DayBlock> blocks) {
        Map<String, Set<String>> contents = new TreeMap<>();
        blocks.find().forEach(block -> contents.put(block.block(), block.ids().keySet()));
        return contents;
    }

    private static String mail(ReminderKind kind, LocalDate end, int before) {
        return end.minusDays(before) + BEGINNING + kind + "-" + before;
    }
}
