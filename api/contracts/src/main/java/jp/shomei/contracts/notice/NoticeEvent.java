package jp.shomei.contracts.notice;

/** The events of one mailed notice. */
public sealed interface NoticeEvent
        permits NoticePrepared, NoticeBoxEnclosed, NoticeDispatched, NoticeDelivered, NoticeReturned, NoticeResent {

    /** The notice. */
    String noticeId();
}
