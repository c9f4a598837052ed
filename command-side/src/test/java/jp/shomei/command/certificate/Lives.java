package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.ADDRESS;
import static jp.shomei.command.certificate.Applications.CLINIC;
import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.applied;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Applications.issued;
import static jp.shomei.command.certificate.Applications.referred;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;

/**
 * A certificate issued on 2021-03-10, downloaded two days later, and renewed on 2024-04-12: its events, and its history
 * up to some moment.
 */
final class Lives {

    static final String TERMINAL = "総合受付 端末01";
    static final LocalDate ISSUE_DAY = LocalDate.of(2021, 3, 10);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 10);
    static final LocalDate RENEWAL_DAY = LocalDate.of(2024, 4, 12);
    static final Instant SPRING_2022 = at("2022-04-01T10:00:00");
    static final Instant RENEWAL_MORNING = at("2024-04-12T10:00:00");
    static final String SERIAL_1 = "0a1b";
    static final String SERIAL_2 = "0a2b";
    static final RevokedKey KEY_1 = new RevokedKey(1, SERIAL_1, "beef1");
    static final RevokedKey KEY_2 = new RevokedKey(2, SERIAL_2, "beef2");
    static final Contact CALLER = new Contact("院長 証明", "0112345679", null);
    static final String IDENTIFIED = "届出の電話番号へ折り返し、開設者名を確認";

    static final CertificateSigningPrepared PREPARED_1 = prepared(1, SERIAL_1);
    static final CertificateSigned SIGNED_1 = new CertificateSigned(REQUEST, 1, SERIAL_1, "MIIC1");
    static final CertificateDownloaded DOWNLOADED_1 =
            new CertificateDownloaded(REQUEST, DownloadForm.PKCS12, LocalDate.of(2021, 3, 12));
    static final CertificateSigningPrepared PREPARED_2 = prepared(2, SERIAL_2);
    static final CertificateSigned SIGNED_2 = new CertificateSigned(REQUEST, 2, SERIAL_2, "MIIC2");
    static final CertificateDownloaded DOWNLOADED_2 = new CertificateDownloaded(REQUEST, DownloadForm.PEM, RENEWAL_DAY);

    private Lives() {}

    static Object[] waiting() {
        return new Object[] {applied(), referred()};
    }

    static Object[] rejected() {
        return with(waiting(), new CertificateRejected(REQUEST, "名称が届出と異なります。", ISSUE_DAY));
    }

    static Object[] cancelled() {
        return with(waiting(), new CertificateCancelled(REQUEST, ISSUE_DAY));
    }

    static Object[] justIssued() {
        return new Object[] {applied(), issued(Approval.BY_RULE)};
    }

    static Object[] prepared() {
        return with(justIssued(), PREPARED_1);
    }

    static Object[] signed() {
        return with(prepared(), SIGNED_1);
    }

    static Object[] inUse() {
        return with(signed(), DOWNLOADED_1);
    }

    static Object[] renewed() {
        return with(inUse(), renewal(LAST_DAY));
    }

    static Object[] renewedAndInUse() {
        return with(renewed(), PREPARED_2, SIGNED_2, DOWNLOADED_2);
    }

    static Object[] revoked() {
        return with(inUse(), revocation(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION));
    }

    static Object[] expired() {
        return with(inUse(), new CertificateExpired(REQUEST, 1, LAST_DAY));
    }

    static Object[] pending() {
        return with(inUse(), requestedByOfficer());
    }

    static Object[] with(Object[] history, Object... more) {
        return Stream.concat(Stream.of(history), Stream.of(more)).toArray();
    }

    static CertificateSigningPrepared prepared(int generation, String serial) {
        return new CertificateSigningPrepared(
                REQUEST,
                generation,
                serial,
                "rsa-2048",
                KeyOrigin.AUTHORITY,
                "beef" + generation,
                "MII" + generation,
                "cafe" + generation);
    }

    static PreparedSigning intent(int generation, String serial) {
        return new PreparedSigning(generation, serial, KeyOrigin.AUTHORITY, "beef" + generation, "MII" + generation);
    }

    static CertificateRenewed renewal(LocalDate previousValidUntil) {
        return new CertificateRenewed(
                REQUEST,
                2,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                CONTACT,
                TERMINAL,
                RENEWAL_DAY,
                LocalDate.of(2027, 7, 12),
                LocalDate.of(2024, 10, 9),
                previousValidUntil,
                1_500);
    }

    static DownloadOrder renewalOrder(SigningState signing) {
        return new DownloadOrder(
                REQUEST,
                2,
                1,
                false,
                CLINIC,
                RENEWAL_DAY,
                LocalDate.of(2027, 7, 12),
                LocalDate.of(2024, 10, 9),
                signing);
    }

    static PreviousKeyRetired retirement() {
        return new PreviousKeyRetired(REQUEST, KEY_1, at("2024-04-27T00:00:00"));
    }

    static NoticeReissued reissue(int edition) {
        return new NoticeReissued(
                REQUEST,
                edition,
                CLINIC,
                ADDRESS,
                CONTACT,
                TERMINAL,
                ISSUE_DAY,
                LAST_DAY,
                LocalDate.of(2021, 9, 6),
                LocalDate.of(2021, 4, 2),
                "紛失",
                LocalDate.of(2021, 4, 1));
    }

    static RevocationRequested requested(RevocationReason reason, RevocationRequester requester) {
        return new RevocationRequested(REQUEST, reason, requester, null, null, LocalDate.of(2022, 4, 1));
    }

    static RevocationRequested requestedByOfficer() {
        return new RevocationRequested(
                REQUEST,
                RevocationReason.KEY_COMPROMISE,
                RevocationRequester.OFFICER,
                CALLER,
                IDENTIFIED,
                LocalDate.of(2022, 4, 1));
    }

    static CertificateRevoked revocation(RevocationReason reason, RevocationRequester requester) {
        return revocation(reason, requester, Approval.BY_RULE, KEY_1);
    }

    static CertificateRevoked revocation(
            RevocationReason reason, RevocationRequester requester, Approval approval, RevokedKey... keys) {
        return new CertificateRevoked(REQUEST, reason, requester, approval, List.of(keys), SPRING_2022);
    }
}
