package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.query.QueryTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;

class ListOpenDuplicatesTest extends QueryTest {

    private static final String APPLIED_TERMINAL = "受付１";
    private static final String ISSUED_TERMINAL = "受付２";

    @Test
    void namesNothingForATerminalNobodyAppliedFor() {
        assertThat(list("会計", id(1))).isEmpty();
    }

    @Test
    void namesThoseThatWaitButNotTheOneExcepted() {
        events.append(applied(id(2)));
        events.append(applied(id(1)));
        events.append(applied(id(3)));

        assertThat(list(APPLIED_TERMINAL, id(3))).containsExactly(id(1), id(2));
    }

    @Test
    void namesThoseThatWereIssuedAndNeverDownloaded() {
        events.append(applied(id(1)), issued(id(1)));
        events.append(applied(id(2)), issued(id(2)), downloaded(id(2)));

        assertThat(list(ISSUED_TERMINAL, id(9))).containsExactly(id(1));
    }

    @Test
    void namesNoneThatIsOverNorAnotherInstitutions() {
        events.append(applied(id(1)), cancelled(id(1)));
        events.append(applied(id(2)), rejected(id(2)));
        events.append(applied(id(3), ANOTHER_INSTITUTION));

        assertThat(list(APPLIED_TERMINAL, id(9))).isEmpty();
    }

    @Test
    void namesTheOldestHundredAtMost() {
        IntStream.rangeClosed(1, 102).forEach(number -> events.append(applied(id(number))));

        assertThat(list(APPLIED_TERMINAL, id(1))).hasSize(100).startsWith(id(2)).endsWith(id(101));
    }

    /** Asked at once, not when the read model happens to have caught up. */
    @Test
    void namesTheOneItsTokenStandsFor() {
        for (int number = 1; number <= 40; number++) {
            Recorded seen = events.append(applied(id(number)));

            assertThat(fixture.query(
                            new ListOpenDuplicates(INSTITUTION, APPLIED_TERMINAL, id(99)),
                            ResponseTypes.multipleInstancesOf(String.class),
                            seen))
                    .hasSize(number);
        }
    }

    private List<String> list(String terminalName, String except) {
        return fixture.awaitTakenIn()
                .query(
                        new ListOpenDuplicates(INSTITUTION, terminalName, except),
                        ResponseTypes.multipleInstancesOf(String.class),
                        null);
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
