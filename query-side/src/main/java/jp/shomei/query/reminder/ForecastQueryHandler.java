package jp.shomei.query.reminder;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import org.axonframework.queryhandling.QueryHandler;

/** Tells officers of the wave ahead. */
public final class ForecastQueryHandler {

    private static final int MOST = 60;

    private final ServedReadModel<ReminderQueueModel> reminders;
    private final Clock clock;

    public ForecastQueryHandler(MongoDatabase database, Clock clock) {
        this.reminders = ReminderQueueModel.served(database);
        this.clock = clock;
    }

    /**
     * What ends, and what reminders are due, in this month and those that follow.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a number of months that is not 1 to 60
     */
    @QueryHandler
    public ReminderForecast handle(ForecastReminders query) {
        if (query.months() < 1 || query.months() > MOST) {
            Refused.ifAny(List.of(FieldError.of("months", FieldRule.RANGE, "1", String.valueOf(MOST))));
        }
        LocalDate today = JapanTime.today(clock);
        return reminders.answer(model -> new Forecast(today, query.months()).of(model));
    }
}
