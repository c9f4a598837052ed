package jp.shomei.ca.ocsp;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.Measure;
import jp.shomei.ca.watch.WatchEntry;

/** Counts what is answered about certificates, by status. */
public final class OcspTally implements AuthorityWatch {

    private final Map<OcspStatus, LongAdder> answered = new EnumMap<>(OcspStatus.class);

    /** Begins at 0. */
    public OcspTally() {
        for (OcspStatus status : OcspStatus.values()) {
            answered.put(status, new LongAdder());
        }
    }

    void count(OcspStatus status) {
        Objects.requireNonNull(answered.get(status)).increment();
    }

    /** Nothing an operator has to see to. */
    @Override
    public List<WatchEntry> look() {
        return List.of();
    }

    @Override
    public List<Measure> measures() {
        return answered.entrySet().stream()
                .map(one -> new Measure(
                        "ocsp.answers",
                        Measure.Kind.COUNT,
                        Map.of("status", one.getKey().name().toLowerCase(Locale.ROOT)),
                        one.getValue().sum()))
                .toList();
    }
}
