package jp.shomei.ca.crl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.WatchEntry;
import org.jspecify.annotations.Nullable;

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

    /** The age of each list and how long it can still be relied on, both in seconds of business time. */
    @Override
    public List<Measure> measures() {
        Instant now = clock.instant();
        return lists.scopes().stream()
                .flatMap(scope -> lists.newest(scope).stream().flatMap(list -> measures(scope, list, now)))
                .toList();
    }

    private static Stream<Measure> measures(ListScope scope, PublishedList list, Instant now) {
        @Nullable Integer partition = scope.partition();
        Map<String, String> labels =
                Map.of("issuer", scope.issuerKeyId(), "partition", partition == null ? "all" : partition.toString());
        return Stream.of(
                new Measure("crl.age.seconds", Measure.Kind.LEVEL, labels, seconds(list.thisUpdate(), now)),
                new Measure("crl.remaining.seconds", Measure.Kind.LEVEL, labels, seconds(now, list.nextUpdate())));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
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
