package jp.shomei.contracts.reminder;

/**
 * Asks for the wave ahead: what ends, and what reminders are due, in this month and those that follow, if nobody does
 * anything; answered with a {@link ReminderForecast}.
 *
 * @param months how many months, 1 to 60
 */
public record ForecastReminders(int months) {}
