package jp.shomei.contracts.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReminderForecastTest {

    @Test
    void namesChannelsInOneOrderWhateverOrderTheyWereCountedIn() {
        Map<ReminderChannel, Integer> counted = new LinkedHashMap<>();
        Arrays.stream(ReminderChannel.values()).toList().reversed().forEach(channel -> counted.put(channel, 1));

        assertThat(new ReminderForecast.Month(YearMonth.of(2024, 6), 0, 0, counted)
                        .reminders()
                        .keySet())
                .containsExactly(ReminderChannel.values());
    }
}
