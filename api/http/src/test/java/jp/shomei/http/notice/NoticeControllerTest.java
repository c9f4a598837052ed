package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.http.HttpTest;
import jp.shomei.http.SampleCertificates;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class NoticeControllerTest extends HttpTest {
    /** Of {@code C=JP, O="Example, Inc.", CN=Test Issuing CA}. */
    @Test
    void listsTheNoticesOfADayWithoutReferenceIds() {
        others.on(ListNotices.class, query -> new NoticePage(List.of(Samples.notice(NoticeStatus.PREPARED)), "next"));

        as(Role.MAILROOM)
                .get()
                .uri("/api/v1/notices?dispatchOn=2021-09-13&limit=10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextCursor")
                .isEqualTo("next")
                .jsonPath("$.items[0].noticeId")
                .isEqualTo(Samples.NOTICE_ID)
                .jsonPath("$.items[0].promisedBy")
                .isEqualTo("2021-09-15")
                .jsonPath("$.items[0].batchId")
                .isEqualTo("B20210913-1")
                .jsonPath("$.items[0].boxes[0].edition")
                .isEqualTo(1)
                .jsonPath("$.items[0].boxes[0].requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.items[0].boxes[0].referenceId")
                .doesNotExist();

        assertThat(others.newest(ListNotices.class).getPayload())
                .isEqualTo(new ListNotices(LocalDate.of(2021, 9, 13), null, 10));
        assertThat(others.received(DeriveReferenceIds.class)).isEmpty();
    }

    @Test
    void asksForAWellFormedDay() {
        for (String query : List.of("", "?dispatchOn=", "?dispatchOn=2021-02-30", "?dispatchOn=13.9.2021")) {
            as(Role.MAILROOM)
                    .get()
                    .uri("/api/v1/notices" + query)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("dispatchOn");
        }
    }

    @Test
    void showsANoticeAsItIsToBePrinted() {
        others.on(FindNotice.class, query -> Optional.of(Samples.notice(NoticeStatus.PREPARED)));
        others.on(DeriveReferenceIds.class, query -> new ReferenceIdsView(Map.of(Samples.REQUEST_ID, "AB12CD34")));
        others.on(
                FindAuthorityCertificates.class,
                query -> new AuthorityCertificatesView("", SampleCertificates.ISSUING));

        as(Role.MAILROOM)
                .get()
                .uri("/api/v1/notices/" + Samples.NOTICE_ID)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.address.postalCode")
                .isEqualTo("0600001")
                .jsonPath("$.addressee.name")
                .isEqualTo("総務部")
                .jsonPath("$.boxes[0].requestId")
                .isEqualTo(Samples.REQUEST_ID)
                .jsonPath("$.boxes[0].referenceId")
                .isEqualTo("AB12CD34")
                .jsonPath("$.boxes[0].commonName")
                .isEqualTo("0110100013")
                .jsonPath("$.boxes[0].terminalName")
                .isEqualTo("総合受付 端末01")
                .jsonPath("$.boxes[0].validFrom")
                .isEqualTo("2021-09-10")
                .jsonPath("$.boxes[0].validUntil")
                .isEqualTo("2024-12-10")
                .jsonPath("$.boxes[0].downloadUntil")
                .isEqualTo("2022-03-09")
                .jsonPath("$.boxes[0].issuer")
                .isEqualTo("Test Issuing CA");

        assertThat(others.newest(DeriveReferenceIds.class).getMetaData()).containsEntry("role", "mailroom");
    }

    @Test
    void hasNoNoticeOfThatName() {
        others.on(FindNotice.class, query -> Optional.empty());

        for (String id : List.of(Samples.NOTICE_ID, Samples.NOTICE_ID + ".txt", "x".repeat(65), "%E9%80%9A")) {
            as(Role.MAILROOM)
                    .get()
                    .uri(java.net.URI.create("http://127.0.0.1:" + port + "/api/v1/notices/" + id))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NOTICE_NOT_FOUND");
        }
        assertThat(others.received(FindNotice.class)).hasSize(1);
    }
}
