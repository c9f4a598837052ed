package jp.shomei.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import jp.shomei.ca.watch.Measure;
import jp.shomei.correspondence.mail.MailStanding;

/** How the mails stand. */
final class MailReadings implements Supplier<List<Measure>> {

    private final Supplier<MailStanding> mails;

    MailReadings(Supplier<MailStanding> mails) {
        this.mails = mails;
    }

    @Override
    public List<Measure> get() {
        MailStanding now = mails.get();
        Duration longest = now.longestWait();
        return List.of(
                Measure.level("mail.waiting", now.waiting()),
                Measure.level("mail.given.up", now.givenUp()),
                Measure.level("mail.oldest.seconds", longest == null ? 0 : longest.toSeconds()),
                Measure.level("mail.server.up", now.away() == null ? 1 : 0));
    }
}
