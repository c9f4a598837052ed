package jp.shomei.correspondence.mail;

import static jp.shomei.correspondence.mail.Holders.CONTACT;
import static jp.shomei.correspondence.mail.Holders.REQUEST_ID;
import static jp.shomei.correspondence.mail.Holders.SECOND_REQUEST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailView;
import org.junit.jupiter.api.Test;

class WhenFeeOverdueThenMailTest {

    private static final String BILL_ID = "2024-06-0110214822";
    private static final String THIRD_REQUEST_ID = "202103100000003";
    private static final Contact OTHER = new Contact("医事課", "0112345678", "iji@example.jp");

    private final MailRoom room = new MailRoom();

    @Test
    void tellsHowMuchIsOwedSinceWhenAndHowLongThereIsTime() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
        warn(REQUEST_ID);

        MailView mail = room.only();
        assertThat(mail.kind()).isEqualTo(MailKind.FEE_OVERDUE);
        assertThat(mail.subject()).isEqualTo("【電子証明書 発行・更新料お支払いのお願い】");
        assertThat(MailRoom.text(mail))
                .startsWith("証明クリニック\n総務課 <佐々木> & 髙橋 様\n\n")
                .contains("\n2024年7月25日までにお支払いがない場合は、電子証明書を失効します。\n")
                .contains("\n請求書番号：2024-06-0110214822（2024年6月請求分）\n金額：3,753円（税込）\n支払期限：2024年7月10日\n"
                        + "失効前の最終支払日：2024年7月25日\n")
                .contains("\nリクエストID：202103100000001\n端末名称等：総合受付 端末01\n医療機関コード：0110214822\n\n")
                .contains("失効した後も料金のお支払いは必要です。");
    }

    @Test
    void writesToEachAddressOfTodayOnce() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
        room.others.knows(Holders.certificate(SECOND_REQUEST_ID, OTHER));
        room.others.knows(Holders.certificate(THIRD_REQUEST_ID, CONTACT));
        warn(REQUEST_ID, SECOND_REQUEST_ID, THIRD_REQUEST_ID);
        warn(REQUEST_ID, SECOND_REQUEST_ID, THIRD_REQUEST_ID);

        assertThat(room.written())
                .extracting(MailView::mailId, MailView::requestId, MailView::recipient)
                .containsExactly(
                        tuple("5c4e1f0a-event-" + REQUEST_ID, REQUEST_ID, "soumu@example.jp"),
                        tuple("5c4e1f0a-event-" + SECOND_REQUEST_ID, SECOND_REQUEST_ID, "iji@example.jp"));
        assertThat(MailRoom.text(room.written().getFirst()))
                .contains("リクエストID：" + REQUEST_ID, "リクエストID：" + THIRD_REQUEST_ID)
                .doesNotContain(SECOND_REQUEST_ID);
    }

    @Test
    void isListedUnderTheCertificate() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
        room.others.knows(Holders.certificate(SECOND_REQUEST_ID, OTHER));
        warn(REQUEST_ID, SECOND_REQUEST_ID);

        assertThat(new MailQueryHandler(room.outbox)
                        .handle(new ListMails(null, SECOND_REQUEST_ID, null, 10))
                        .items())
                .extracting(MailView::recipient)
                .containsExactly("iji@example.jp");
    }

    @Test
    void isListedUnderEachOfSeveralCertificates() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
        room.others.knows(Holders.certificate(SECOND_REQUEST_ID, OTHER));
        room.others.knows(Holders.certificate(THIRD_REQUEST_ID, CONTACT));
        warn(REQUEST_ID, SECOND_REQUEST_ID, THIRD_REQUEST_ID);
        warn(REQUEST_ID, SECOND_REQUEST_ID, THIRD_REQUEST_ID);

        for (String requestId : List.of(REQUEST_ID, THIRD_REQUEST_ID)) {
            assertThat(new MailQueryHandler(room.outbox)
                            .handle(new ListMails(null, requestId, null, 10))
                            .items())
                    .extracting(MailView::mailId)
                    .containsExactly("5c4e1f0a-event-" + REQUEST_ID);
        }
    }

    @Test
    void threatensNobodyWithTheEndOfWhatHasEnded() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT, CertificateStatus.REVOKED));
        warn(REQUEST_ID);

        assertThat(MailRoom.text(room.only()))
                .contains("金額：3,753円（税込）")
                .doesNotContain("失効")
                .doesNotContain("2024年7月25日");
    }

    @Test
    void namesAHundredCertificatesAndCountsTheOthers() {
        List<String> many = IntStream.rangeClosed(1, 103)
                .mapToObj(index -> String.format("20210310%07d", index))
                .toList();
        many.forEach(requestId -> room.others.knows(Holders.certificate(requestId, CONTACT)));
        warn(many.toArray(String[]::new));

        assertThat(MailRoom.text(room.only()))
                .contains("リクエストID：202103100000100\n")
                .doesNotContain("202103100000101")
                .contains("\nほか3枚\n");
    }

    @Test
    void letsAnOfficerSeeThatThereIsNoAddress() {
        room.others.knows(Holders.certificate(REQUEST_ID, new Contact("総務課", "0112345678", null)));
        warn(REQUEST_ID);

        assertThat(room.only().recipient()).isEmpty();
    }

    @Test
    void writesToNobodyIfNoCertificateIsBehindTheFees() {
        warn();

        assertThat(room.written()).isEmpty();
    }

    @Test
    void failsIfNobodyCanShowACertificateYet() {
        assertThatThrownBy(() -> warn(REQUEST_ID)).isInstanceOf(IllegalStateException.class);
    }

    private void warn(String... requestIds) {
        var event = new FeeOverdue(
                BILL_ID,
                Holders.INSTITUTION,
                List.of(requestIds),
                3_753,
                LocalDate.of(2024, 7, 10),
                LocalDate.of(2024, 7, 25));
        room.fees.on(event, Holders.message(BILL_ID, event));
    }
}
