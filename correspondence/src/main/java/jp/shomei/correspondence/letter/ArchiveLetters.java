package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Fills an archive with the letters of a batch. The letters are read from the notices' history, each as it was when it was
 * printed, and from nowhere else. So an archive made again later is the same; and what the read models show meanwhile, or
 * whether they are up to date, does not matter.
 */
final class ArchiveLetters {

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

    /** Writes the archive, closes the stream, and tells how many letters there are. */
    int write(Order order, OutputStream file) throws IOException {
        Manifest manifest = new Manifest();
        int letters = 0;
        try (LetterArchive archive = new LetterArchive(file, order.dispatchOn())) {
            for (String noticeId : order.noticeIds()) {
                var notice = PrintedNotice.in(
                        order.batchId(),
                        history.readEvents(noticeId)
                                .asStream()
                                .map(DomainEventMessage::getPayload)
                                .iterator());
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
        String noticeId = notice.prepared().noticeId();
        PrintedLetter letter = printer.print(new LetterContent(
                noticeId,
                notice.dispatchOn(),
                notice.prepared().address(),
                notice.prepared().addressee(),
                null,
                serial,
                issuer,
                authority.complete(notice.boxes())));
        String name = String.format(Locale.ROOT, "letters/%06d-%s.pdf", serial, noticeId);
        archive.add(name, letter.pdf());
        manifest.add(serial, notice, letter.pages(), name, Sha256.hex(letter.pdf()));
    }
}
