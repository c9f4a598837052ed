package jp.shomei.http.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderChannel;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderForecast.Month;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.ReminderView;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class ReminderControllerTest extends HttpTest {
    private static final String TOKEN = "CERTIFICATE:" + Samples.REQUEST_ID + ":1";
    private static final ReminderView REMINDER = new ReminderView(
            Samples.REQUEST_ID,
            "0110100013",
            "総合受付 端末01",
            ReminderKind.EXPIRY,
            ReminderChannel.EMAIL,
            LocalDate.of(2024, 6, 3),
            7,
            LocalDate.of(2024, 6, 10));

    @Nested
    class OfADay {
        @Test
        void areListedPageByPage() {
            others.on(ListReminders.class, query -> new ReminderPage(List.of(REMINDER), "next"));

            get(Role.OFFICER, "/reminders?on=2024-06-03&channel=EMAIL&institution=0110100013&cursor=abc&limit=20")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.nextCursor")
                    .isEqualTo("next")
                    .jsonPath("$.items[0].requestId")
                    .isEqualTo(Samples.REQUEST_ID)
                    .jsonPath("$.items[0].institution")
                    .isEqualTo("0110100013")
                    .jsonPath("$.items[0].terminalName")
                    .isEqualTo("総合受付 端末01")
                    .jsonPath("$.items[0].kind")
                    .isEqualTo("EXPIRY")
                    .jsonPath("$.items[0].channel")
                    .isEqualTo("EMAIL")
                    .jsonPath("$.items[0].dueOn")
                    .isEqualTo("2024-06-03")
                    .jsonPath("$.items[0].daysLeft")
                    .isEqualTo(7)
                    .jsonPath("$.items[0].endsOn")
                    .isEqualTo("2024-06-10");

            assertThat(others.newest(ListReminders.class).getPayload())
                    .isEqualTo(new ListReminders(
                            LocalDate.of(2024, 6, 3),
                            ReminderChannel.EMAIL,
                            InstitutionCode.of("0110100013"),
                            "abc",
                            20));
            assertThat(others.newest(ListReminders.class).getMetaData())
                    .containsEntry(Metadata.CONSISTENCY_TOKEN, TOKEN);
        }

        @Test
        void areEverybodysUnlessAnInstitutionIsNamed() {
            others.on(ListReminders.class, query -> new ReminderPage(List.of(), null));

            get(Role.INSTITUTION, "/reminders?on=2024-06-03&channel=MPKI_CLIENT")
                    .expectStatus()
                    .isOk();

            assertThat(others.newest(ListReminders.class).getPayload())
                    .isEqualTo(
                            new ListReminders(LocalDate.of(2024, 6, 3), ReminderChannel.MPKI_CLIENT, null, null, 50));
        }

        @ParameterizedTest
        @CsvSource({
            "channel=EMAIL, on, REQUIRED",
            "on=2024-06-31&channel=EMAIL, on, DATE",
            "on=2024-06-03, channel, REQUIRED",
            "on=2024-06-03&channel=email, channel, CHOICE",
            "on=2024-06-03&channel=FAX, channel, CHOICE",
            "on=2024-06-03&channel=EMAIL&institution=123, institution, DIGITS",
            "on=2024-06-03&channel=EMAIL&limit=201, limit, RANGE"
        })
        void areNotAskedForWithABadField(String parameters, String field, String rule) {
            get(Role.OFFICER, "/reminders?" + parameters)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[*].field")
                    .isEqualTo(List.of(field))
                    .jsonPath("$.errors[0].code")
                    .isEqualTo(rule);
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void nameTheChannelsThereAre() {
            get(Role.OFFICER, "/reminders?on=2024-06-03&channel=FAX")
                    .expectBody()
                    .jsonPath("$.errors[0].message")
                    .value(String.class, message -> assertThat(message).contains("EMAIL, CARD_READER, MPKI_CLIENT"));
        }
    }

    @Nested
    class OfTheMonthsAhead {
        @Test
        void areCountedByMonthAndChannel() {
            others.on(
                    ForecastReminders.class,
                    query -> new ReminderForecast(
                            List.of(new Month(YearMonth.of(2024, 6), 3, 1, Map.of(ReminderChannel.CARD_READER, 24)))));

            get(Role.OFFICER, "/reminders/forecast?months=12")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.months[0].month")
                    .isEqualTo("2024-06")
                    .jsonPath("$.months[0].expiring")
                    .isEqualTo(3)
                    .jsonPath("$.months[0].downloadsEnding")
                    .isEqualTo(1)
                    .jsonPath("$.months[0].reminders.CARD_READER")
                    .isEqualTo(24);

            assertThat(others.newest(ForecastReminders.class).getPayload()).isEqualTo(new ForecastReminders(12));
        }

        @Test
        void reachOverTheWholeLifeOfACertificateUnlessSaidOtherwise() {
            others.on(ForecastReminders.class, query -> new ReminderForecast(List.of()));

            get(Role.OFFICER, "/reminders/forecast").expectStatus().isOk();

            assertThat(others.newest(ForecastReminders.class).getPayload()).isEqualTo(new ForecastReminders(40));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "61", "-1", "", "x", "99999999999"})
        void areSixtyAtMost(String months) {
            get(Role.OFFICER, "/reminders/forecast?months=" + months)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("months")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("RANGE");
        }
    }

    @Nested
    class OfAnInstitution {
        @Test
        void areListedPageByPage() {
            others.on(ListInstitutionReminders.class, query -> new ReminderPage(List.of(REMINDER), null));

            get(Role.INSTITUTION, "/institutions/12345678/reminders?cursor=abc&limit=10")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[0].dueOn")
                    .isEqualTo("2024-06-03");

            assertThat(others.newest(ListInstitutionReminders.class).getPayload())
                    .isEqualTo(new ListInstitutionReminders(InstitutionCode.of("12345678"), "abc", 10));
        }

        @Test
        void areNotToBeFoundByWhatIsNoCode() {
            get(Role.OFFICER, "/institutions/123/reminders")
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INSTITUTION_NOT_FOUND");
            assertThat(others.heardNothing()).isTrue();
        }
    }

    @Nested
    class OfATerminal {
        @Test
        void areToldToWhoeverNamesTheSerialNumber() {
            others.on(
                    FindTerminalReminders.class,
                    query -> new TerminalReminders(Samples.REQUEST_ID, LocalDate.of(2024, 6, 3), List.of(REMINDER)));

            for (Role role : List.of(Role.INSTITUTION, Role.OFFICER)) {
                get(role, "/reminders/terminal?channel=CARD_READER&serialNumber=0A1B")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.requestId")
                        .isEqualTo(Samples.REQUEST_ID)
                        .jsonPath("$.on")
                        .isEqualTo("2024-06-03")
                        .jsonPath("$.items[0].kind")
                        .isEqualTo("EXPIRY");
            }

            assertThat(others.newest(FindTerminalReminders.class).getPayload())
                    .isEqualTo(new FindTerminalReminders("0A1B", ReminderChannel.CARD_READER));
        }

        @Test
        void areNotToldWithoutASerialNumber() {
            get(Role.INSTITUTION, "/reminders/terminal?channel=CARD_READER")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("serialNumber")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("REQUIRED");
            assertThat(others.heardNothing()).isTrue();
        }

        @Test
        void areDialogsAndNoMails() {
            get(Role.INSTITUTION, "/reminders/terminal?channel=EMAIL&serialNumber=0a1b")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].message")
                    .value(String.class, message -> assertThat(message)
                            .contains("CARD_READER, MPKI_CLIENT")
                            .doesNotContain("EMAIL"));
        }

        @Test
        void areNotToBeFoundByAnUnknownSerialNumber() {
            others.on(FindTerminalReminders.class, query -> {
                throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
            });

            get(Role.OFFICER, "/reminders/terminal?channel=CARD_READER&serialNumber=ff")
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("CERTIFICATE_NOT_FOUND");
        }
    }

    private WebTestClient.ResponseSpec get(Role role, String path) {
        return as(role).get()
                .uri("/api/v1" + path)
                .header("Consistency-Token", TOKEN)
                .exchange();
    }
}
