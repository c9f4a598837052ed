package jp.shomei.query.reminder;

import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.projections.reminder.view.ReminderDocument;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** A page of reminders: by the day, then by request ID, kind and channel. However many are named, no more than a page is held. */
final class ReminderList {

    private static final Pattern PLACE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}:[0-9]{15}:[A-Z_]{1,20}:[A-Z_]{1,20}");

    private final PageRequest<String> request;
    private final TreeMap<String, Reminder> first = new TreeMap<>();

    ReminderList(PageRequest<String> request) {
        this.request = request;
    }

    /**
     * Reads a page request.
     *
     * @throws Refused for a bad limit or cursor
     */
    static PageRequest<String> request(@Nullable String cursor, int limit) {
        return PageRequest.of(cursor, limit, PLACE, place -> place);
    }

    /** The request ID in a place. */
    static String requestId(String place) {
        return place.split(":", 3)[1];
    }

    /** Takes a reminder in, if it belongs to the page. */
    void add(Reminder reminder) {
        String place = reminder.place();
        if (request.after().filter(after -> place.compareTo(after) <= 0).isPresent()) {
            return;
        }
        first.put(place, reminder);
        if (first.size() > request.limit() + 1) {
            first.pollLastEntry();
        }
    }

    /** The page; a certificate that was listed a moment before its document is left out. */
    ReminderPage read(ReminderQueueModel model) {
        Page<Reminder> page = Page.of(List.copyOf(first.values()), request.limit());
        Map<String, ReminderDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in(
                        "_id",
                        page.places().stream()
                                .map(Reminder::requestId)
                                .distinct()
                                .toList()))
                .forEach(document -> documents.put(document.requestId(), document));
        return new ReminderPage(
                page.places().stream()
                        .flatMap(reminder -> Stream.ofNullable(documents.get(reminder.requestId()))
                                .map(reminder::view))
                        .toList(),
                page.end().map(Reminder::place).map(PageRequest::cursor).orElse(null));
    }
}
