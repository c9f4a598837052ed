package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.Applications.at;
import static jp.shomei.command.certificate.Lives.KEY_1;
import static jp.shomei.command.certificate.Lives.SERIAL_1;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ApplicationEndorsed;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokeAsPublished;
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderKind;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command in every standing. {@code ok} records something, {@code -} records nothing, the rest is refused. */
class OperationsByStatusTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            COMMAND             |WAITING|ENDORSED|REJECTED|CANCELLED|ISSUED |IN_USE |PENDING|RENEWABLE|RENEWED|LAPSED |EXPIRED|REVOKED
            APPROVE             |ok     |ok      |decided |decided  |decided|decided|decided|decided  |decided|decided|decided|decided
            REJECT              |ok     |ok      |decided |decided  |decided|decided|decided|decided  |decided|decided|decided|decided
            CANCEL              |ok     |ok      |decided |decided  |decided|decided|decided|decided  |decided|decided|decided|decided
            OPEN_DOWNLOAD       |none   |none    |none    |none     |-      |closed |closed |closed   |-      |expired|expired|revoked
            PREPARE_SIGNING     |none   |none    |none    |none     |signing|closed |closed |closed   |signing|expired|expired|revoked
            RECORD_SIGNED       |bytes  |bytes   |bytes   |bytes    |-      |-      |-      |-        |-      |-      |-      |-
            RECORD_DOWNLOAD     |none   |none    |none    |none     |ok     |closed |closed |closed   |ok     |expired|expired|revoked
            RECORD_DESTROYED    |-      |-       |-       |-        |ok     |ok     |ok     |ok       |ok     |ok     |ok     |ok
            FIND_SIGNING        |-      |-       |-       |-        |-      |-      |-      |-        |-      |-      |-      |-
            EXTEND_DOWNLOAD     |none   |none    |none    |none     |ok     |ok     |ok     |ok       |ok     |expired|expired|revoked
            REISSUE_NOTICE      |none   |none    |none    |none     |ok     |closed |closed |closed   |ok     |expired|expired|revoked
            CHANGE_CONTACT      |none   |none    |none    |none     |ok     |ok     |ok     |ok       |ok     |expired|expired|revoked
            RENEW               |none   |none    |none    |none     |early  |early  |early  |ok       |-      |expired|expired|revoked
            RENEW_BY_TERMINAL   |foreign|foreign |foreign |foreign  |early  |early  |early  |ok       |-      |expired|expired|revoked
            REVOKE              |none   |none    |none    |none     |ok     |ok     |ok     |ok       |ok     |expired|expired|revoked
            REVOKE_BY_TERMINAL  |foreign|foreign |foreign |foreign  |ok     |ok     |ok     |ok       |ok     |expired|expired|revoked
            REVOKE_BY_OFFICER   |none   |none    |none    |none     |ok     |ok     |pending|ok       |ok     |expired|expired|revoked
            APPROVE_REVOCATION  |nothing|nothing |nothing |nothing  |nothing|nothing|ok     |nothing  |nothing|nothing|nothing|nothing
            DECLINE_REVOCATION  |nothing|nothing |nothing |nothing  |nothing|nothing|ok     |nothing  |nothing|nothing|nothing|nothing
            REVOKE_COMPROMISED  |-      |-       |-       |-        |ok     |ok     |ok     |ok       |ok     |-      |-      |-
            REVOKE_AS_PUBLISHED |-      |-       |-       |-        |ok     |ok     |ok     |ok       |ok     |-      |-      |-
            EXPIRE              |-      |-       |-       |-        |-      |-      |-      |-        |-      |ok     |-      |-
            RETIRE_PREVIOUS     |-      |-       |-       |-        |-      |-      |-      |-        |-      |-      |-      |-
            REMIND_OF_EXPIRY    |-      |-       |-       |-        |-      |-      |-      |ok       |-      |-      |-      |-
            REMIND_OF_DOWNLOAD  |-      |-       |-       |-        |-      |-      |-      |-        |-      |-      |-      |-
            """)
    void isAllowedOrRefusedAsTheTableSays(ArgumentsAccessor row) {
        for (Point point : Point.values()) {
            Object command = command(row.getString(0), point);
            ResultValidator<Certificate> result =
                    CertificateFixture.on(at(point.now)).given(point.history).when(command);
            expect(result, row.getString(1 + point.ordinal()));
        }
    }

    private static void expect(ResultValidator<Certificate> result, String outcome) {
        switch (outcome) {
            case "ok" ->
                result.expectSuccessfulHandlerExecution().expectEventsMatching(predicate(events -> !events.isEmpty()));
            case "-" -> result.expectSuccessfulHandlerExecution().expectNoEvents();
            default -> {
                ErrorCode code = refusal(outcome);
                result.expectNoEvents().expectExceptionDetails(predicate((Refusal details) -> details.code() == code));
            }
        }
    }

    private static ErrorCode refusal(String word) {
        return switch (word) {
            case "none" -> ErrorCode.NOT_ISSUED;
            case "decided" -> ErrorCode.NOT_WAITING_APPROVAL;
            case "closed" -> ErrorCode.DOWNLOAD_PERIOD_OVER;
            case "expired" -> ErrorCode.CERTIFICATE_EXPIRED;
            case "revoked" -> ErrorCode.ALREADY_REVOKED;
            case "signing" -> ErrorCode.SIGNING_IN_PROGRESS;
            case "bytes" -> ErrorCode.SIGNING_MISMATCH;
            case "early" -> ErrorCode.RENEWAL_TOO_EARLY;
            case "foreign" -> ErrorCode.NOT_YOUR_CERTIFICATE;
            case "pending" -> ErrorCode.REVOCATION_PENDING;
            case "nothing" -> ErrorCode.REVOCATION_NOT_PENDING;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Object command(String name, Point point) {
        return switch (name) {
            case "APPROVE" -> new ApproveApplication(REQUEST, null);
            case "REJECT" -> new RejectApplication(REQUEST, "名称が届出と異なります。", null);
            case "CANCEL" -> new CancelApplication(REQUEST);
            case "OPEN_DOWNLOAD" -> new OpenDownload(REQUEST);
            case "PREPARE_SIGNING" -> new PrepareSigning(REQUEST, Lives.intent(1, "0a9b"), "rsa-2048", "cafe1");
            case "RECORD_SIGNED" -> new RecordSigned(REQUEST, SERIAL_1, "cafe1", "MIIC1");
            case "RECORD_DOWNLOAD" -> new RecordDownload(REQUEST, DownloadForm.PEM);
            case "RECORD_DESTROYED" -> new RecordEscrowedKeyDestroyed(REQUEST);
            case "FIND_SIGNING" -> new FindSigning(REQUEST);
            case "EXTEND_DOWNLOAD" -> new ExtendDownloadPeriod(REQUEST, point.lastDay(), "入院のため");
            case "REISSUE_NOTICE" -> new ReissueNotice(REQUEST, "紛失");
            case "CHANGE_CONTACT" -> new ChangeContact(REQUEST, "医事課", null, null, null);
            case "RENEW" -> new RenewCertificate(REQUEST, null);
            case "RENEW_BY_TERMINAL" -> new RenewCertificate(REQUEST, SERIAL_1);
            case "REVOKE" -> revocation(RevocationRequester.INSTITUTION);
            case "REVOKE_BY_TERMINAL" -> revocation(RevocationRequester.TERMINAL);
            case "REVOKE_BY_OFFICER" -> revocation(RevocationRequester.OFFICER);
            case "APPROVE_REVOCATION" -> new ApproveRevocation(REQUEST);
            case "DECLINE_REVOCATION" -> new DeclineRevocation(REQUEST, "本人の申請ではありませんでした");
            case "REVOKE_COMPROMISED" -> new RevokeCompromisedKey(REQUEST, KEY_1.publicKeySha256());
            case "REVOKE_AS_PUBLISHED" ->
                new RevokeAsPublished(REQUEST, SERIAL_1, RevocationReason.KEY_COMPROMISE, at(point.now));
            case "EXPIRE" -> new ExpireCertificate(REQUEST);
            case "RETIRE_PREVIOUS" -> new RetirePreviousKey(REQUEST);
            case "REMIND_OF_EXPIRY" -> new RemindHolder(REQUEST, ReminderKind.EXPIRY);
            case "REMIND_OF_DOWNLOAD" -> new RemindHolder(REQUEST, ReminderKind.DOWNLOAD);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static RequestRevocation revocation(RevocationRequester requester) {
        String serial = requester == RevocationRequester.TERMINAL ? SERIAL_1 : null;
        return new RequestRevocation(REQUEST, "superseded", requester, serial, null, null, null);
    }

    /** The columns, in order: a moment and what has happened until then. */
    private enum Point {
        WAITING("2021-03-10T12:00:00", Lives.waiting()),
        ENDORSED("2021-03-10T12:00:00", endorsed()),
        REJECTED("2021-03-10T12:00:00", Lives.rejected()),
        CANCELLED("2021-03-10T12:00:00", Lives.cancelled()),
        ISSUED("2021-03-11T12:00:00", Lives.signed()),
        IN_USE("2022-04-01T12:00:00", Lives.inUse()),
        PENDING("2022-04-01T12:00:00", Lives.pending()),
        RENEWABLE("2024-04-12T12:00:00", Lives.inUse()),
        RENEWED("2024-04-12T12:00:00", Lives.renewedAndInUse()),
        LAPSED("2024-06-11T00:00:00", Lives.inUse()),
        EXPIRED("2024-06-11T12:00:00", Lives.expired()),
        REVOKED("2022-04-02T12:00:00", Lives.revoked());

        private final String now;
        private final List<Object> history;

        Point(String now, Object[] history) {
            this.now = now;
            this.history = List.of(history);
        }

        private LocalDate lastDay() {
            return this == RENEWED ? LocalDate.of(2027, 7, 12) : Lives.LAST_DAY;
        }

        private static Object[] endorsed() {
            return Lives.with(Lives.waiting(), new ApplicationEndorsed(REQUEST, Lives.ISSUE_DAY));
        }
    }
}
