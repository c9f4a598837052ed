package jp.shomei.ca.crl;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;

/** Whether every revocation list is there, and young enough that a failure to make the next one could still be mended. */
public final class RevocationListWatch implements AuthorityWatch {

    private final RevocationLists lists;
    private final RevocationListPublisher publisher;
    private final Clock clock;

    public RevocationListWatch(RevocationLists lists, RevocationListPublisher publisher, Clock clock) {
        this.lists = lists;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public List<WatchEntry> look() {
        List<String> concerns = new ArrayList<>();
        if (publisher.failures() > 0) {
            concerns.add("the last " + publisher.failures() + " publications failed");
        }
        for (ListScope scope : lists.scopes()) {
            concern(scope).ifPresent(concerns::add);
        }
        return List.of(WatchEntry.of("revocation-lists", concerns, "every revocation list is up to date"));
    }

    private Optional<String> concern(ListScope scope) {
        Optional<PublishedList> newest = lists.newest(scope);
        if (newest.isEmpty()) {
            return Optional.of("there is no revocation list " + scope);
        }
        PublishedList list = newest.get();
        Duration half = Duration.between(list.thisUpdate(), list.nextUpdate()).dividedBy(2);
        return list.thisUpdate().plus(half).isBefore(clock.instant())
                ? Optional.of("revocation list " + scope + " is of " + list.thisUpdate() + "; it runs out at "
                        + list.nextUpdate())
                : Optional.empty();
    }
}
