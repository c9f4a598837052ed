package jp.shomei.contracts.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.shomei.contracts.backup.HistoryRestored;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.RequestIdsReserved;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.LedgerEvent;
import jp.shomei.contracts.institution.InstitutionEvent;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.PostingBatchEvent;
import jp.shomei.contracts.time.ClockMoved;
import org.axonframework.serialization.Revision;

/** Every event that can be in the store, and what it is made of. */
final class StoredEvents {

    private StoredEvents() {}

    /** The events by family, in the order in which the family names them. */
    static Map<String, List<Class<?>>> families() {
        Map<String, List<Class<?>>> families = new LinkedHashMap<>();
        for (Class<?> family : List.of(
                CertificateEvent.class,
                InstitutionEvent.class,
                NoticeEvent.class,
                PostingBatchEvent.class,
                FeeEvent.class,
                LedgerEvent.class)) {
            families.put(family.getSimpleName(), List.of(family.getPermittedSubclasses()));
        }
        families.put(
                "Others",
                List.of(RequestIdsReserved.class, ClockMoved.class, EventSkipped.class, HistoryRestored.class));
        return families;
    }

    static List<Class<?>> all() {
        return families().values().stream().flatMap(List::stream).toList();
    }

    static String revisionOf(Class<?> event) {
        return event.getAnnotation(Revision.class).value();
    }

    /** The types of our own that these events are made of, by name; the events themselves are not among them. */
    static List<Class<?>> valueTypes() {
        Map<String, Class<?>> found = new TreeMap<>();
        all().forEach(event -> componentTypes(event).forEach(type -> gather(type, found)));
        return found.values().stream()
                .sorted(Comparator.comparing(StoredEvents::nameOf))
                .toList();
    }

    /** Its simple name, after that of the type it stands in. */
    static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static void gather(Class<?> type, Map<String, Class<?>> found) {
        if (found.putIfAbsent(type.getName(), type) == null && type.isRecord()) {
            componentTypes(type).forEach(part -> gather(part, found));
        }
    }

    private static Set<Class<?>> componentTypes(Class<?> holder) {
        Set<Class<?>> types = new LinkedHashSet<>();
        Arrays.stream(holder.getRecordComponents())
                .flatMap(component ->
                        Stream.concat(Stream.of(component.getType()), Components.elementType(component).stream()))
                .filter(type -> type.getName().startsWith("jp.shomei."))
                .forEach(types::add);
        return types;
    }
}
