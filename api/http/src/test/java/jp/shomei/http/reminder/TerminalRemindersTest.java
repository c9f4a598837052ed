package jp.shomei.http.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.http.Samples;
import jp.shomei.http.access.TerminalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class TerminalRemindersTest extends TerminalTest {
    private static final String REMINDERS = "/api/v1/reminders/terminal?channel=CARD_READER";

    @BeforeEach
    void answer() {
        others.on(
                FindTerminalReminders.class,
                query -> new TerminalReminders(Samples.REQUEST_ID, LocalDate.of(2024, 6, 3), List.of()));
    }

    @Test
    void areThoseOfTheCertificateThatIsPresented() {
        get(terminal(), REMINDERS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo(Samples.REQUEST_ID);

        assertThat(others.newest(FindTerminalReminders.class).getPayload())
                .isEqualTo(new FindTerminalReminders(SERIAL, ReminderChannel.CARD_READER));
    }

    @Test
    void mayNameTheCertificateThatIsPresented() {
        get(terminal(), REMINDERS + "&serialNumber=" + SERIAL.toUpperCase(Locale.ROOT))
                .expectStatus()
                .isOk();
    }

    @Test
    void areNoneOfAnotherCertificate() {
        get(terminal(), REMINDERS + "&serialNumber=0a1b")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_YOUR_CERTIFICATE");
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void areNotToldToWhoeverPresentsNoCertificate() {
        get(stranger(), REMINDERS + "&serialNumber=" + SERIAL).expectStatus().isForbidden();
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void areTheOnlyOnesATerminalSees() {
        for (String path : List.of(
                "/api/v1/reminders?on=2024-06-03&channel=EMAIL",
                "/api/v1/reminders/forecast",
                "/api/v1/institutions/0110100013/reminders")) {
            get(terminal(), path).expectStatus().isForbidden();
        }
        assertThat(others.heardNothing()).isTrue();
    }

    private static WebTestClient.ResponseSpec get(WebTestClient client, String path) {
        return client.get().uri(path).exchange();
    }
}
