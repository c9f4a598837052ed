package jp.shomei.query.reminder;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.projections.reminder.view.HolderDocument;
import jp.shomei.projections.reminder.view.ReminderDocument;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import jp.shomei.projections.reminder.view.SerialDocument;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;

/** Tells who is to be reminded of what. */
public final class ReminderQueryHandler {

    private final ServedReadModel<ReminderQueueModel> reminders;
    private final Clock clock;

    public ReminderQueryHandler(MongoDatabase database, Clock clock) {
        this.reminders = ReminderQueueModel.served(database);
        this.clock = clock;
    }

    /**
     * A page of the reminders of a day.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public ReminderPage handle(ListReminders query) {
        PageRequest<String> request = ReminderList.request(query.cursor(), query.limit());
        return reminders.answer(model -> {
            ReminderList list = new ReminderList(request);
            InstitutionCode institution = query.institution();
            if (institution == null) {
                // of the first certificate there may be nothing left, and one more tells whether a page follows
                new DayReminders(query.on(), query.channel())
                        .read(model, request.after().map(ReminderList::requestId), request.limit() + 2)
                        .forEach(list::add);
            } else {
                forEach(model, institution, document -> Reminder.on(query.on(), query.channel(), document)
                        .forEach(list::add));
            }
            return list.read(model);
        });
    }

    /**
     * A page of everything an institution will be sent and shown.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public ReminderPage handle(ListInstitutionReminders query) {
        PageRequest<String> request = ReminderList.request(query.cursor(), query.limit());
        LocalDate today = JapanTime.today(clock);
        return reminders.answer(model -> {
            ReminderList list = new ReminderList(request);
            forEach(model, query.institution(), document -> Reminder.from(today, document)
                    .forEach(list::add));
            return list.read(model);
        });
    }

    /**
     * What a terminal should show today.
     *
     * @throws Refused with {@link ErrorCode#CERTIFICATE_NOT_FOUND} if no certificate has that serial number
     */
    @QueryHandler
    public TerminalReminders handle(FindTerminalReminders query) {
        LocalDate today = JapanTime.today(clock);
        return reminders
                .answer(model -> find(model, query.serialNumber().toLowerCase(Locale.ROOT))
                        .flatMap(serial -> find(model, serial)
                                .map(document -> new TerminalReminders(
                                        document.requestId(),
                                        today,
                                        serial.generation() < document.generation()
                                                ? List.of()
                                                : Reminder.on(today, query.channel(), document)
                                                        .map(reminder -> reminder.view(document))
                                                        .toList()))))
                .orElseThrow(() -> Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND));
    }

    private static Optional<SerialDocument> find(ReminderQueueModel model, String serialNumber) {
        return Optional.ofNullable(
                model.serials().find(Filters.eq("_id", serialNumber)).first());
    }

    private static Optional<ReminderDocument> find(ReminderQueueModel model, SerialDocument serial) {
        return Optional.ofNullable(
                model.documents().find(Filters.eq("_id", serial.requestId())).first());
    }

    private static void forEach(
            ReminderQueueModel model, InstitutionCode institution, Consumer<ReminderDocument> work) {
        HolderDocument holder =
                model.holders().find(Filters.eq("_id", institution.value())).first();
        if (holder != null) {
            model.documents()
                    .find(Filters.in("_id", holder.requests().keySet()))
                    .forEach(work);
        }
    }
}
