package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.revocationDeclined;
import static jp.shomei.projections.fixture.CertificateEvents.revocationRequested;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.RevocationRequestView;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListRevocationRequestsTest extends QueryTest {

    @BeforeEach
    void requestTwo() {
        events.append(applied(REQUEST), issued(REQUEST));
        events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));
        events.setNow(Instant.parse("2021-05-06T03:00:00Z"));
        events.append(revocationRequested(REQUEST));
        events.setNow(Instant.parse("2021-05-06T01:30:00Z"));
        events.append(revocationRequested(ANOTHER_REQUEST));
    }

    @Test
    void showsWhoAsksAndHowThatPersonWasIdentified() {
        assertThat(list(null, 10).items())
                .contains(new RevocationRequestView(
                        REQUEST,
                        OffsetDateTime.parse("2021-05-06T12:00:00+09:00"),
                        "4611234567",
                        "受付２",
                        "keyCompromise",
                        RevocationRequester.OFFICER,
                        CONTACT,
                        "登録電話番号への折返し"));
    }

    @Test
    void listsTheOldestRequestFirstPageByPage() {
        RevocationRequestPage first = list(null, 1);
        RevocationRequestPage second = list(first.nextCursor(), 1);

        assertThat(List.of(first, second))
                .extracting(page -> page.items().getFirst().requestId())
                .containsExactly(ANOTHER_REQUEST, REQUEST);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void forgetsWhatWasDecided() {
        events.append(revoked(REQUEST));
        events.append(revocationDeclined(ANOTHER_REQUEST));

        assertThat(list(null, 10)).isEqualTo(new RevocationRequestPage(List.of(), null));
    }

    @Test
    void refusesACursorThatIsNoneOfOursAndALimitOutOfRange() {
        assertThat(refusal(new ListRevocationRequests("***", 10), RevocationRequestPage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
        assertThat(refusal(new ListRevocationRequests(null, 0), RevocationRequestPage.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
    }

    private RevocationRequestPage list(String cursor, int limit) {
        return ask(new ListRevocationRequests(cursor, limit), RevocationRequestPage.class);
    }
}
