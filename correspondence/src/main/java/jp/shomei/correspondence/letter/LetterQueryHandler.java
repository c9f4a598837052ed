package jp.shomei.correspondence.letter;

import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.Letter;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.RenderLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.question.Questions;
import org.axonframework.queryhandling.QueryHandler;

/** Prints one letter for the mailroom: the notice as it stands now. */
public final class LetterQueryHandler {

    private final Questions questions;
    private final Authority authority;
    private final LetterPrinter printer;

    LetterQueryHandler(Questions questions, Authority authority, LetterPrinter printer) {
        this.questions = questions;
        this.authority = authority;
        this.printer = printer;
    }

    /**
     * One letter.
     *
     * @throws Refused with {@link ErrorCode#NOTICE_NOT_FOUND}
     */
    @QueryHandler
    public Letter handle(RenderLetter query) {
        NoticeView notice = questions
                .find(new FindNotice(query.noticeId()), NoticeView.class)
                .orElseThrow(() -> Refused.because(ErrorCode.NOTICE_NOT_FOUND));
        return new Letter(printer.print(new LetterContent(
                        notice.noticeId(),
                        notice.dispatchOn(),
                        notice.address(),
                        notice.addressee(),
                        notice.trackingNumber(),
                        null,
                        authority.issuer(),
                        authority.complete(notice.boxes())))
                .pdf());
    }
}
