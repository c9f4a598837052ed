package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.correspondence.document.PrintedDocument;
import jp.shomei.correspondence.document.UnprintableDocument;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an archive with the letters of a batch. The letters are read from the notices' history, each as it was when it was
 * printed, and from nowhere else. So an archive made again later is the same; and what the read models show meanwhile, or
 * whether they are up to date, does not matter.
 */
final class ArchiveLetters {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveLetters.class);

    private final EventStore history;
    private final Authority authority;
    private final LetterPrinter printer;
    private final Runnable betweenLetters;

    /**
     * @param betweenLetters called before each letter; may throw to have the work given up
     */
    ArchiveLetters(EventStore history, Authority authority, LetterPrinter printer, Runnable betweenLetters) {
        this.history = history;
        this.authority = authority;
        this.printer = printer;
        this.betweenLetters = betweenLetters;
    }

    /**
     * What an archive holds.
     *
     * @param batchId the batch
     * @param dispatchOn its day of posting
     * @param issuer 発行者, as the letters print it
     * @param noticeIds the notices it was begun with, in order; those that did not go into it are left out
     */
    record Order(String batchId, LocalDate dispatchOn, String issuer, List<String> noticeIds) {}

    /** Whether the batch is sealed: nothing more may go into it. */
    boolean isSealed(String batchId) {
        return history.readEvents(batchId)
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof PostingBatchSealed);
    }

    /**
     * Whether a notice may go into its batch. One that waits for it is printed on trial: what cannot be printed would keep
     * all the other letters back if it were in it, and is told to the operators instead. It is not to be taken for
     * unprintable when something else than the letter fails.
     */
    boolean admits(Order order, String noticeId) {
        Optional<PrintedNotice> waiting = PrintedNotice.toPrint(order.batchId(), past(noticeId));
        if (waiting.isEmpty()) {
            return true;
        }
        betweenLetters.run();
        LetterContent content = content(1, waiting.get(), order.issuer());
        try {
            PrintedDocument letter = printer.print(content);
            Manifest alone = new Manifest();
            alone.add(1, waiting.get(), letter.pages(), "", "");
            alone.bytes();
            return true;
        } catch (UnprintableDocument unprintable) {
            LOG.error("Notice {} is left out of batch {}: {}", noticeId, order.batchId(), unprintable.getMessage());
            return false;
        }
    }

    /** Writes the archive, closes the stream, and tells how many letters there are. */
    int write(Order order, OutputStream file) throws IOException {
        Manifest manifest = new Manifest();
        int letters = 0;
        try (LetterArchive archive = new LetterArchive(file, order.dispatchOn())) {
            for (String noticeId : order.noticeIds()) {
                var notice = PrintedNotice.in(order.batchId(), past(noticeId));
                if (notice.isPresent()) {
                    betweenLetters.run();
                    letters++;
                    add(letters, notice.get(), order.issuer(), archive, manifest);
                }
            }
            archive.add("manifest.csv", manifest.bytes());
        }
        return letters;
    }

    private void add(int serial, PrintedNotice notice, String issuer, LetterArchive archive, Manifest manifest)
            throws IOException {
        PrintedDocument letter = printer.print(content(serial, notice, issuer));
        String name = String.format(
                Locale.ROOT, "letters/%06d-%s.pdf", serial, notice.prepared().noticeId());
        archive.add(name, letter.pdf());
        manifest.add(serial, notice, letter.pages(), name, Sha256.hex(letter.pdf()));
    }

    private LetterContent content(int serial, PrintedNotice notice, String issuer) {
        return new LetterContent(
                notice.prepared().noticeId(),
                notice.dispatchOn(),
                notice.prepared().address(),
                notice.prepared().addressee(),
                null,
                serial,
                issuer,
                authority.complete(notice.boxes()));
    }

    private Iterator<?> past(String aggregateId) {
        return history.readEvents(aggregateId)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .iterator();
    }
}
