package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.ISSUED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.NEWER_CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.endorsed;
import static jp.shomei.projections.fixture.CertificateEvents.finding;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.keyDestroyed;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.referred;
import static jp.shomei.projections.fixture.CertificateEvents.reissued;
import static jp.shomei.projections.fixture.CertificateEvents.rejected;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static jp.shomei.projections.fixture.NoticeEvents.DISPATCH_ON;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.RESEND_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ApplicationReview;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.projections.fixture.NoticeEvents;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FindCertificateTest extends QueryTest {

    @Test
    void answersNothingForACertificateThatWasNeverAppliedFor() {
        assertThat(find(new FindCertificate(REQUEST), CertificateDetailView.class))
                .isEmpty();
    }

    @Nested
    class OnceAppliedFor {

        @BeforeEach
        void apply() {
            events.append(applied(REQUEST));
        }

        @Test
        void itWaitsForApprovalAndCanBeCancelled() {
            assertThat(certificate())
                    .isEqualTo(new CertificateDetailView(
                            new CertificateView(
                                    REQUEST,
                                    APPLIED_ON,
                                    "医事課",
                                    "受付１",
                                    CertificateStatus.WAITING_APPROVAL,
                                    "発行承認待ち",
                                    "4611234567",
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(Operation.DETAIL, Operation.CANCEL)),
                            CertificateState.WAITING_APPROVAL,
                            "発行承認待ち",
                            1,
                            "4611234567",
                            "桜島病院",
                            "1",
                            CONTACT,
                            List.of(),
                            null,
                            new ApplicationReview(applied(REQUEST).application(), List.of(), null).digest(),
                            null,
                            null,
                            null,
                            0,
                            null,
                            null,
                            null));
        }

        @Test
        void aReferralShowsWhatWasFound() {
            events.append(referred(REQUEST));

            assertThat(certificate().findings()).containsExactly(finding());
            assertThat(certificate().row().status()).isEqualTo(CertificateStatus.WAITING_APPROVAL);
        }

        @Test
        void theReviewOfAReferralIsBoundToWhatWasFound() {
            String before = certificate().review();
            events.append(referred(REQUEST));

            assertThat(certificate().review())
                    .isNotEqualTo(before)
                    .isEqualTo(
                            new ApplicationReview(applied(REQUEST).application(), List.of(finding()), null).digest());
        }

        @Test
        void theFirstOfTwoApprovalsLeavesItWaiting() {
            events.append(endorsed(REQUEST));

            assertThat(certificate())
                    .returns(CertificateState.WAITING_SECOND_APPROVAL, CertificateDetailView::state)
                    .returns("二次承認待ち", CertificateDetailView::stateLabel);
            assertThat(certificate().row())
                    .returns(CertificateStatus.WAITING_APPROVAL, CertificateView::status)
                    .returns("発行承認待ち", CertificateView::statusLabel)
                    .returns(List.of(Operation.DETAIL, Operation.CANCEL), CertificateView::operations);
        }

        @Test
        void aRejectionShowsItsReason() {
            events.append(referred(REQUEST), rejected(REQUEST));

            assertThat(certificate().rejectionReason()).isEqualTo("名称が届出と異なります");
            assertThat(certificate().row())
                    .returns(CertificateStatus.REJECTED, CertificateView::status)
                    .returns("発行申請棄却", CertificateView::statusLabel)
                    .returns(List.of(Operation.DETAIL), CertificateView::operations);
        }

        @Test
        void aCancellationLeavesNothingToBeDone() {
            events.append(cancelled(REQUEST));

            assertThat(certificate().row())
                    .returns(CertificateStatus.CANCELLED, CertificateView::status)
                    .returns(List.of(Operation.DETAIL), CertificateView::operations);
        }
    }

    @Nested
    class OnceIssued {

        @BeforeEach
        void issue() {
            events.append(applied(REQUEST), issued(REQUEST));
        }

        @Test
        void itShowsWhatTheApprovalFixed() {
            CertificateDetailView certificate = certificate();

            assertThat(certificate.row())
                    .isEqualTo(new CertificateView(
                            REQUEST,
                            APPLIED_ON,
                            "総務課",
                            "受付２",
                            CertificateStatus.ISSUED,
                            "発行済み",
                            "4611234567",
                            ISSUED_ON,
                            EXPIRES_ON,
                            DOWNLOAD_UNTIL,
                            null,
                            List.of(Operation.DETAIL, Operation.UPDATE, Operation.REVOKE)));
            assertThat(certificate.review()).isNull();
            assertThat(certificate.renewableFrom()).isEqualTo(LocalDate.of(2024, 3, 15));
            assertThat(certificate.licenceFee()).isEqualTo(1500);
            assertThat(certificate.contact()).isEqualTo(NEWER_CONTACT);
        }

        @Test
        void aPreparedSigningShowsNothingYet() {
            events.append(prepared(REQUEST));

            assertThat(certificate().row().serialNumber()).isNull();
            assertThat(certificate().keyOrigin()).isNull();
        }

        @Test
        void aSignatureShowsTheSerialNumberAndWhoMadeTheKey() {
            events.append(prepared(REQUEST), signed(REQUEST));

            assertThat(certificate().row().serialNumber()).isEqualTo("0a1b");
            assertThat(certificate().keyOrigin()).isEqualTo(KeyOrigin.AUTHORITY);
        }

        @Test
        void everyDownloadIsCounted() {
            events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST), downloaded(REQUEST));

            assertThat(certificate().downloads()).isEqualTo(2);
            assertThat(certificate().lastDownloadedOn()).isEqualTo(ISSUED_ON.plusDays(4));
        }

        @Test
        void theEndOfTheDownloadPeriodChangesNothingThatIsShown() {
            events.append(prepared(REQUEST), signed(REQUEST));
            CertificateDetailView before = certificate();
            events.append(keyDestroyed(REQUEST));

            assertThat(certificate()).isEqualTo(before);
        }

        @Test
        void itIsTrackedByItsNewestNotice() {
            String reissue = "4611234567-20210402-1";
            events.append(NoticeEvents.prepared(NOTICE), NoticeEvents.enclosed(NOTICE, REQUEST));
            events.append(reissued(REQUEST));
            events.append(NoticeEvents.prepared(reissue), new NoticeBoxEnclosed(reissue, NoticeEvents.box(REQUEST, 2)));
            assertThat(certificate().notice().noticeId()).isEqualTo(reissue);

            events.append(NoticeEvents.dispatched(NOTICE));
            assertThat(certificate().notice())
                    .returns(reissue, TrackingView::noticeId)
                    .returns(NoticeStatus.PREPARED, TrackingView::status);
        }

        @Test
        void itIsTrackedFromTheMomentItsNoticeIsPrepared() {
            assertThat(certificate().notice()).isNull();
            events.append(NoticeEvents.prepared(NOTICE), NoticeEvents.enclosed(NOTICE, REQUEST));
            assertThat(certificate().notice())
                    .isEqualTo(new TrackingView(NOTICE, NoticeStatus.PREPARED, "発送準備中", DISPATCH_ON, null, null));
            events.append(NoticeEvents.dispatched(NOTICE));
            assertThat(certificate().notice())
                    .isEqualTo(new TrackingView(
                            NOTICE,
                            NoticeStatus.DISPATCHED,
                            "発送済み",
                            DISPATCH_ON,
                            "399-60-00001-0",
                            DISPATCH_ON.plusDays(60)));
            events.append(NoticeEvents.returned(NOTICE), NoticeEvents.resent(NOTICE));
            assertThat(certificate().notice())
                    .isEqualTo(new TrackingView(NOTICE, NoticeStatus.PREPARED, "発送準備中", RESEND_ON, null, null));
        }
    }

    private CertificateDetailView certificate() {
        return find(new FindCertificate(REQUEST), CertificateDetailView.class).orElseThrow();
    }
}
