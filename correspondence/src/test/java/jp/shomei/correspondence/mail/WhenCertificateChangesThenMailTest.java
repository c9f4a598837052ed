package jp.shomei.correspondence.mail;

import static jp.shomei.correspondence.mail.Holders.CONTACT;
import static jp.shomei.correspondence.mail.Holders.INSTITUTION;
import static jp.shomei.correspondence.mail.Holders.REQUEST_ID;
import static jp.shomei.correspondence.mail.Holders.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.reminder.ReminderKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenCertificateChangesThenMailTest {

    private final MailRoom room = new MailRoom();

    @Nested
    class Applied {

        @Test
        void confirmsTheApplication() {
            apply(INSTITUTION);

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.APPLICATION_RECEIVED);
            assertThat(mail.mailId()).isEqualTo("5c4e1f0a-event");
            assertThat(mail.requestId()).isEqualTo(REQUEST_ID);
            assertThat(mail.recipient()).isEqualTo("soumu@example.jp");
            assertThat(mail.subject()).isEqualTo("【電子証明書 申請情報受付通知】");
            assertThat(mail.recordedAt()).isEqualTo(OffsetDateTime.parse("2024-03-27T00:30:00+09:00"));
            assertThat(MailRoom.text(mail))
                    .startsWith("証明クリニック\n総務課 <佐々木> & 髙橋 様\n\n")
                    .contains("申請日：2021年3月10日\n")
                    .contains("リクエストID：202103100000001\n端末名称等：総合受付 端末01\n医療機関コード：0110214822\n");
        }

        @Test
        void namesAnInsurersNumberAsSuch() {
            apply(InstitutionCode.of("06139463"));

            assertThat(MailRoom.text(room.only()))
                    .contains("\n保険者番号：06139463\n")
                    .doesNotContain("医療機関コード");
        }

        @Test
        void writesOnceHoweverOftenItIsTold() {
            apply(INSTITUTION);
            apply(INSTITUTION);

            assertThat(room.written()).hasSize(1);
        }

        private void apply(InstitutionCode institution) {
            var event = new CertificateApplied(REQUEST_ID, Holders.application(institution), LocalDate.of(2021, 3, 10));
            room.certificates.on(event, message(event));
        }
    }

    @Nested
    class Rejected {

        private final CertificateRejected event =
                new CertificateRejected(REQUEST_ID, "届出の名称と異なるため\nBcc: x", LocalDate.of(2021, 3, 12));

        @Test
        void tellsTheReason() {
            room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
            room.certificates.on(event, message(event));

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.APPLICATION_REJECTED);
            assertThat(mail.subject()).isEqualTo("【電子証明書 発行申請棄却通知】");
            assertThat(MailRoom.text(mail))
                    .contains("■棄却の理由\n届出の名称と異なるため Bcc: x\n")
                    .contains("棄却日：2021年3月12日\n");
        }

        @Test
        void asksForTheContactAsOfThisEvent() {
            room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
            room.certificates.on(event, message(event));

            assertThat(room.others.tokens()).containsExactly("CERTIFICATE:" + REQUEST_ID + ":7");
        }

        @Test
        void failsIfNobodyCanTellTheContactYet() {
            room.others.fallBehind();

            assertThatThrownBy(() -> room.certificates.on(event, message(event)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(room.written()).isEmpty();
        }

        @Test
        void failsIfNobodyKnowsTheCertificate() {
            assertThatThrownBy(() -> room.certificates.on(event, message(event)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Reminded {

        @Test
        void tellsHowManyDaysAreLeftAndHowToRenew() {
            remind(ReminderKind.EXPIRY, 1, 75, 74, LocalDate.of(2024, 6, 10));

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.CERTIFICATE_EXPIRES);
            assertThat(mail.subject()).isEqualTo("【電子証明書 有効期限のお知らせ】");
            assertThat(MailRoom.text(mail))
                    .contains("電子証明書の有効期限まで、あと74日です（2024年3月28日現在）。\n")
                    .contains("有効期限：2024年6月10日\n")
                    .contains("更新できる期間：2024年3月13日から2024年6月10日まで\n")
                    .contains("MPKIクライアント")
                    .doesNotContain("本日");
        }

        @Test
        void saysTodayOnTheLastDay() {
            remind(ReminderKind.EXPIRY, 1, 0, 0, LocalDate.of(2024, 6, 10));

            assertThat(MailRoom.text(room.only()))
                    .contains("電子証明書の有効期限は、本日（2024年6月10日）です。\n")
                    .doesNotContain("あと");
        }

        @Test
        void tellsThatTheDownloadEnds() {
            remind(ReminderKind.DOWNLOAD, 1, 30, 30, LocalDate.of(2021, 9, 6));

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.DOWNLOAD_ENDS);
            assertThat(mail.subject()).isEqualTo("【電子証明書 ダウンロード有効期限のお知らせ】");
            assertThat(MailRoom.text(mail))
                    .contains("ダウンロード有効期限まで、あと30日です（2021年8月7日現在）。\n")
                    .contains("ダウンロード有効期限：2021年9月6日\n")
                    .contains("発行通知書")
                    .doesNotContain("更新");
        }

        @Test
        void sendsToTheTerminalWhereARenewalWasNotFinished() {
            remind(ReminderKind.DOWNLOAD, 2, 15, 15, LocalDate.of(2024, 10, 9));

            assertThat(MailRoom.text(room.only())).contains("更新の手続きが終わっていません。").doesNotContain("発行通知書");
        }

        @Test
        void recordsAMailThatCannotBeSentIfThereIsNoAddress() {
            var event = reminder(ReminderKind.EXPIRY, 1, 75, 75, LocalDate.of(2024, 6, 10), contact(null));
            room.certificates.on(event, message(event));

            assertThat(room.only().recipient()).isEmpty();
        }

        private void remind(ReminderKind kind, int generation, int stage, int left, LocalDate end) {
            var event = reminder(kind, generation, stage, left, end, CONTACT);
            room.certificates.on(event, message(event));
        }

        private static ReminderSent reminder(
                ReminderKind kind, int generation, int stage, int left, LocalDate end, Contact contact) {
            return new ReminderSent(
                    REQUEST_ID,
                    kind,
                    generation,
                    stage,
                    end,
                    left,
                    INSTITUTION,
                    contact,
                    TERMINAL,
                    end.minusDays(left));
        }
    }

    @Nested
    class Renewed {

        @Test
        void tellsTheNewEndAndWhatToDelete() {
            var event = new CertificateRenewed(
                    REQUEST_ID,
                    2,
                    INSTITUTION,
                    Holders.category(),
                    CONTACT,
                    TERMINAL,
                    LocalDate.of(2024, 4, 12),
                    LocalDate.of(2027, 7, 12),
                    LocalDate.of(2024, 10, 9),
                    LocalDate.of(2024, 6, 10),
                    1500);
            room.certificates.on(event, message(event));

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.CERTIFICATE_RENEWED);
            assertThat(mail.subject()).isEqualTo("【電子証明書 更新のお知らせ】");
            assertThat(MailRoom.text(mail))
                    .contains("更新日：2024年4月12日\n有効期限：2027年7月12日\n")
                    .contains("更新前の電子証明書（2024年6月10日まで有効）を、端末から削除してください。\n")
                    .contains("2024年10月9日までに同じ端末でもう一度更新してください。");
        }
    }

    @Nested
    class Revoked {

        @Test
        void tellsWhatToDeleteFromTheTerminal() {
            revoke(List.of(new RevokedKey(1, "4f1a", "aa"), new RevokedKey(2, "7b2c", "bb")));

            MailView mail = room.only();
            assertThat(mail.kind()).isEqualTo(MailKind.CERTIFICATE_REVOKED);
            assertThat(mail.subject()).isEqualTo("【電子証明書 失効完了のお知らせ】");
            assertThat(MailRoom.text(mail))
                    .contains("失効日：2024年3月27日\n失効の理由：盗難、紛失または不正使用のおそれ\n")
                    .contains("端末「総合受付 端末01」から、次の電子証明書を削除してください。\n"
                            + "発行時の電子証明書（シリアル番号）：4f1a\n更新後の電子証明書（更新1回目）（シリアル番号）：7b2c\n\n")
                    .contains("発行先が0110214822")
                    .doesNotContain("削除するものはありません");
        }

        @Test
        void hasNothingDeletedIfNothingWasEverSigned() {
            revoke(List.of());

            assertThat(MailRoom.text(room.only())).contains("端末から削除するものはありません。").doesNotContain("シリアル番号");
        }

        @Test
        void saysThatTheFeeIsStillOwedIfItWasNotPaid() {
            revoke(RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM, List.of());

            assertThat(MailRoom.text(room.only()))
                    .contains("\n失効の理由：発行・更新料の未納\n")
                    .contains("お支払いを確認できなかったため、失効しました。\n失効した後も、未納の料金のお支払いは必要です。");
        }

        @ParameterizedTest
        @CsvSource({
            "CESSATION_OF_OPERATION, INSTITUTION, 利用の終了",
            "CESSATION_OF_OPERATION, TERMINAL, 利用の終了",
            "CESSATION_OF_OPERATION, OFFICER, 利用の終了",
            "KEY_COMPROMISE, SYSTEM, 盗難、紛失または不正使用のおそれ"
        })
        void saysNothingOfFeesOtherwise(RevocationReason reason, RevocationRequester requester, String words) {
            revoke(reason, requester, List.of());

            assertThat(MailRoom.text(room.only()))
                    .contains("\n失効の理由：" + words + "\n\nこの電子証明書は")
                    .doesNotContain("料金", "払込請求書");
        }

        private void revoke(List<RevokedKey> keys) {
            revoke(RevocationReason.KEY_COMPROMISE, RevocationRequester.INSTITUTION, keys);
        }

        private void revoke(RevocationReason reason, RevocationRequester requester, List<RevokedKey> keys) {
            room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
            var event = new CertificateRevoked(
                    REQUEST_ID, reason, requester, Approval.BY_RULE, keys, Instant.parse("2024-03-26T15:30:00Z"));
            room.certificates.on(event, message(event));
        }
    }

    @Nested
    class Changed {

        private static final String FROM_NOW_ON = "\n今後のお知らせは、変更後のメールアドレスにお送りします。\n";

        @Test
        void tellsBothAddressesIfTheAddressWasChanged() {
            change(CONTACT, new Contact("医事課", "0112345678", "iji@example.jp"), TERMINAL);

            assertThat(room.written())
                    .extracting(MailView::recipient, MailView::mailId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("iji@example.jp", "5c4e1f0a-event"),
                            org.assertj.core.groups.Tuple.tuple("soumu@example.jp", "5c4e1f0a-event-before"));
            assertThat(room.written()).extracting(MailView::kind).containsOnly(MailKind.CONTACT_CHANGED);
            assertThat(room.written()).extracting(MailView::subject).containsOnly("【電子証明書 申請情報変更のお知らせ】");
            for (MailView mail : room.written()) {
                assertThat(MailRoom.text(mail))
                        .contains("担当部署/担当者名\n　変更前：総務課 <佐々木> & 髙橋\n　変更後：医事課\n"
                                + "メールアドレス\n　変更前：soumu@example.jp\n　変更後：iji@example.jp\n\n")
                        .contains(FROM_NOW_ON)
                        .doesNotContain("電話番号\n");
            }
        }

        @Test
        void tellsOneAddressIfItStaysTheSame() {
            change(CONTACT, CONTACT, "総合受付 端末02");

            assertThat(MailRoom.text(room.only()))
                    .contains("端末名称等\n　変更前：総合受付 端末01\n　変更後：総合受付 端末02\n")
                    .contains("変更日：2024年3月27日\n")
                    .doesNotContain("今後のお知らせ");
        }

        @Test
        void writesToNobodyWhereThereWasNoAddress() {
            change(contact(null), CONTACT, TERMINAL);

            assertThat(room.only().recipient()).isEqualTo("soumu@example.jp");
            assertThat(MailRoom.text(room.only())).contains("　変更前：（なし）\n").contains(FROM_NOW_ON);
        }

        @Test
        void promisesNothingIfThereIsNoAddressAnyMore() {
            change(CONTACT, contact(null), TERMINAL);

            assertThat(room.written()).hasSize(2).allSatisfy(mail -> assertThat(MailRoom.text(mail))
                    .contains("　変更後：（なし）\n")
                    .doesNotContain("今後のお知らせ"));
        }

        private void change(Contact before, Contact after, String terminal) {
            var event = new ContactChanged(REQUEST_ID, before, after, TERMINAL, terminal, LocalDate.of(2024, 3, 27));
            room.certificates.on(event, message(event));
        }
    }

    private static Contact contact(String email) {
        return new Contact("総務課", "0112345678", email);
    }

    private static <E> DomainEventMessage<E> message(E event) {
        return Holders.message(REQUEST_ID, event);
    }
}
