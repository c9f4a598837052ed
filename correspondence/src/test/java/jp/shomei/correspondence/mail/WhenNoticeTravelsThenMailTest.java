package jp.shomei.correspondence.mail;

import static jp.shomei.correspondence.mail.Holders.CONTACT;
import static jp.shomei.correspondence.mail.Holders.NOTICE_ID;
import static jp.shomei.correspondence.mail.Holders.REQUEST_ID;
import static jp.shomei.correspondence.mail.Holders.SECOND_REQUEST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeReturned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenNoticeTravelsThenMailTest {

    private static final NoticeDispatched DISPATCHED =
            new NoticeDispatched(NOTICE_ID, "39960000010", true, LocalDate.of(2021, 3, 11));

    private final MailRoom room = new MailRoom();

    @BeforeEach
    void knowTheCertificates() {
        room.others.knows(Holders.certificate(REQUEST_ID, CONTACT));
        room.others.knows(Holders.certificate(SECOND_REQUEST_ID, new Contact("医事課", "0112345678", "iji@example.jp")));
    }

    @Test
    void tellsThatTheNoticeIsPosted() {
        room.others.knows(Holders.notice(REQUEST_ID));
        dispatch();

        MailView mail = room.only();
        assertThat(mail.kind()).isEqualTo(MailKind.NOTICE_POSTED);
        assertThat(mail.subject()).isEqualTo("【電子証明書 発行通知書発送のお知らせ】");
        assertThat(MailRoom.text(mail))
                .contains("発送日：2021年3月11日\n追跡番号：399-60-00001-0\n")
                .contains("有効期間：2021年3月10日から2024年6月10日まで\nダウンロード有効期限：2021年9月6日\n")
                .contains("約60日間")
                .contains("届かない場合");
    }

    @Test
    void writesOneMailForEachCertificateToItsAddressOfToday() {
        room.others.knows(Holders.notice(REQUEST_ID, SECOND_REQUEST_ID));
        dispatch();
        dispatch();

        assertThat(room.written())
                .extracting(MailView::mailId, MailView::requestId, MailView::recipient)
                .containsExactly(
                        tuple("5c4e1f0a-event-" + REQUEST_ID, REQUEST_ID, "soumu@example.jp"),
                        tuple("5c4e1f0a-event-" + SECOND_REQUEST_ID, SECOND_REQUEST_ID, "iji@example.jp"));
    }

    @Test
    void asksForTheNoticeAsOfThisEvent() {
        room.others.knows(Holders.notice(REQUEST_ID));
        dispatch();

        assertThat(room.others.tokens()).hasSize(2).containsOnly("NOTICE:" + NOTICE_ID + ":7");
    }

    @Test
    void failsIfNobodyCanShowTheNoticeYet() {
        assertThatThrownBy(this::dispatch).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsThatTheNoticeCameBackAndWhy() {
        room.others.knows(Holders.notice(REQUEST_ID));
        var event = new NoticeReturned(NOTICE_ID, "あて所に尋ねあたりません", LocalDate.of(2021, 3, 22));
        room.notices.on(event, Holders.message(NOTICE_ID, event));

        MailView mail = room.only();
        assertThat(mail.kind()).isEqualTo(MailKind.NOTICE_RETURNED);
        assertThat(mail.subject()).isEqualTo("【電子証明書 発行通知書不達のお知らせ】");
        assertThat(MailRoom.text(mail))
                .contains("発送先：〒060-0001 北海道札幌市中央区北一条西1-1\n")
                .contains("戻ってきた日：2021年3月22日\n理由：あて所に尋ねあたりません\n");
    }

    private void dispatch() {
        room.notices.on(DISPATCHED, Holders.message(NOTICE_ID, DISPATCHED));
    }
}
