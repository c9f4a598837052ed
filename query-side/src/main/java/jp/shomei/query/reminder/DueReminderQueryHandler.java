package jp.shomei.query.reminder;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.DueReminders;
import jp.shomei.contracts.reminder.DueReminders.Due;
import jp.shomei.contracts.reminder.ListDueReminders;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.projections.reminder.view.NextMail;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import jp.shomei.query.block.DuePage;
import jp.shomei.query.consistency.SeesEverything;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Tells the daily job for which certificates a mail is due. */
public final class DueReminderQueryHandler {

    private final ServedReadModel<ReminderQueueModel> reminders;
    private final SeesEverything everything;

    public DueReminderQueryHandler(MongoDatabase database, QueryGateway queries, EventStore events) {
        this.reminders = ReminderQueueModel.served(database);
        this.everything = new SeesEverything(queries, events, ReminderQueueModel.NAME);
    }

    /**
     * A page of what is due. A mail that was missed until its end was over is due no more.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} if not everything that has happened is known yet,
     *     {@link ErrorCode#INVALID_FIELDS} for a limit that is not 1 to 10,000, {@link ErrorCode#INVALID_REQUEST} for a
     *     place that is no request ID
     */
    @QueryHandler
    public DueReminders handle(ListDueReminders query) {
        DuePage page = DuePage.of(query.after(), query.limit(), RequestId::isWellFormed);
        everything.await();
        return new DueReminders(reminders.answer(model -> page.read(
                query.day(),
                model.due(),
                Beginning.OF_REQUEST_ID,
                name -> !NextMail.of(name).lastDay().isBefore(query.day()),
                DueReminderQueryHandler::due)));
    }

    private static Due due(String requestId, List<BlockName> blocks) {
        return new Due(
                requestId, blocks.stream().map(name -> NextMail.of(name).kind()).collect(Collectors.toSet()));
    }
}
