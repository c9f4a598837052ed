package jp.shomei.correspondence.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it was when it was taken into a posting batch. It is read from the notice's history and not from what is
 * shown of it now: what became of the letter later, even that it came back and was posted once more in another batch,
 * changes nothing of it.
 *
 * @param prepared where it goes
 * @param dispatchOn its day of posting then
 * @param boxes what it held then
 */
record PrintedNotice(NoticePrepared prepared, LocalDate dispatchOn, List<NoticeBox> boxes) {

    PrintedNotice {
        boxes = List.copyOf(boxes);
    }

    /** The notice as it went into this batch; nothing if it never did. */
    static Optional<PrintedNotice> in(String batchId, Iterator<?> history) {
        Reading reading = new Reading();
        while (history.hasNext()) {
            Object event = history.next();
            if (event instanceof NoticePrinted printed && printed.batchId().equals(batchId)) {
                return Optional.of(reading.result());
            }
            reading.on(event);
        }
        return Optional.empty();
    }

    /** The notice as it would go into this batch now; nothing if it has gone into one and is not to be posted once more. */
    static Optional<PrintedNotice> toPrint(String batchId, Iterator<?> history) {
        Reading reading = new Reading();
        boolean waiting = false;
        while (history.hasNext()) {
            Object event = history.next();
            switch (event) {
                case NoticePrinted printed
                when printed.batchId().equals(batchId) -> {
                    return Optional.empty();
                }
                case NoticePrinted printed -> waiting = false;
                case NoticeDispatched dispatched -> waiting = false;
                case NoticePrepared prepared -> waiting = true;
                case NoticeResent resent -> waiting = true;
                default -> {
                    // what it holds, or what became of it once posted
                }
            }
            reading.on(event);
        }
        return waiting ? Optional.of(reading.result()) : Optional.empty();
    }

    /** What is known so far. */
    private static final class Reading {
        private final List<NoticeBox> boxes = new ArrayList<>();
        private @Nullable NoticePrepared prepared;
        private @Nullable LocalDate dispatchOn;

        void on(Object event) {
            switch (event) {
                case NoticePrepared first -> {
                    prepared = first;
                    dispatchOn = first.dispatchOn();
                }
                case NoticeBoxEnclosed enclosed -> boxes.add(enclosed.box());
                case NoticeResent resent -> dispatchOn = resent.dispatchOn();
                default -> {
                    // what the post office did with it
                }
            }
        }

        PrintedNotice result() {
            if (prepared == null || dispatchOn == null) {
                throw new IllegalStateException("a notice was printed before it was prepared");
            }
            return new PrintedNotice(prepared, dispatchOn, boxes);
        }
    }
}
