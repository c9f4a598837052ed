package jp.shomei.contracts.notice;

/** The events of one mailed notice. */
public sealed interface NoticeEvent
        permits NoticePrepared,
                NoticeBoxEnclosed,
                NoticePrinted,
                NoticeDispatched,
                PostageIncurred,
                NoticeDelivered,
                NoticeReturned,
                AddresseeContacted,
                NoticeResent {

    /** The notice. */
    String noticeId();
}
