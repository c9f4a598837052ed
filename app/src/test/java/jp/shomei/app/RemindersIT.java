package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One certificate through forty months, on the simulated clock: what its holder is sent, and what its terminal shows. */
class RemindersIT {

    private static final LocalDate ISSUED = LocalDate.of(2021, 3, 10);
    private static final LocalDate RENEWED = LocalDate.of(2024, 4, 12);
    private static final LocalDate AFTERWARDS = LocalDate.of(2024, 7, 10);

    private static final List<String> LAST_WEEK = List.of(
            "2024-06-03",
            "2024-06-04",
            "2024-06-05",
            "2024-06-06",
            "2024-06-07",
            "2024-06-08",
            "2024-06-09",
            "2024-06-10");
    private static final List<String> EXPIRY_MAILS =
            with(LAST_WEEK, "2024-03-27", "2024-04-11", "2024-04-26", "2024-05-11", "2024-05-26");
    private static final List<String> DIALOGS = with(LAST_WEEK, "2024-03-12", "2024-04-11", "2024-05-11", "2024-05-26");
    private static final List<String> DOWNLOAD_MAILS = List.of("2021-08-07", "2021-08-22");

    private static final LocalDate QUIET_FROM = LocalDate.of(2021, 10, 1);
    private static final LocalDate QUIET_UNTIL = LocalDate.of(2024, 2, 1);

    @TempDir
    Path scratch;

    @Test
    void leftAloneItIsRemindedAsPublishedInOneJumpOfTheClock() throws Exception {
        try (RunningShomei shomei = start()) {
            String leftAlone = Clinic.apply(shomei, Clinic.NAME);
            clock(shomei, AFTERWARDS);
            isRemindedAsPublished(shomei, leftAlone);
            // and the one that Outbox has made for another application
            assertThat(writtenMails()).hasSize(2 + EXPIRY_MAILS.size() + DOWNLOAD_MAILS.size());
        }
    }

    @Test
    void dayByDayItIsTheSameAndARenewalEndsIt() throws Exception {
        try (RunningShomei shomei = start()) {
            String leftAlone = Clinic.apply(shomei, Clinic.NAME);
            String renewed = Clinic.apply(shomei, Clinic.NAME);
            String serialNumber = download(shomei, renewed);
            List<String> shown = new ArrayList<>();
            List<String> shownAtTheTerminal = new ArrayList<>();
            for (LocalDate day = ISSUED.plusDays(1); !day.isAfter(AFTERWARDS); day = next(day)) {
                clock(shomei, day);
                if (day.equals(RENEWED)) {
                    renew(shomei, renewed);
                }
                if (day.getYear() == 2024) {
                    dialog(shomei, leftAlone, day, shown);
                    dialogAtTheTerminal(shomei, serialNumber, day, shownAtTheTerminal);
                }
            }
            isRemindedAsPublished(shomei, leftAlone);
            assertThat(shown).isEqualTo(DIALOGS);
            assertThat(shownAtTheTerminal).isEqualTo(before(RENEWED, DIALOGS));

            Outbox outbox = Outbox.settled(shomei, renewed);
            assertThat(outbox.daysOf("DOWNLOAD_ENDS")).isEmpty();
            assertThat(outbox.daysOf("CERTIFICATE_EXPIRES")).isEqualTo(before(RENEWED, EXPIRY_MAILS));
            assertThat(outbox.daysOf("CERTIFICATE_RENEWED")).containsExactly(RENEWED.toString());
            assertThat(outbox.mails()).hasSize(4);
        }
    }

    /** Month by month as long as nothing is due, so that the test takes minutes; the clock passes each day all the same. */
    private static LocalDate next(LocalDate day) {
        LocalDate month = day.plusMonths(1);
        return day.isBefore(QUIET_FROM) || month.isAfter(QUIET_UNTIL) ? day.plusDays(1) : month;
    }

    private RunningShomei start() {
        RunningShomei shomei =
                RunningShomei.start(scratch.resolve("data"), "--shomei.clock=" + ISSUED + "T09:00:00+09:00");
        Clinic.register(shomei);
        return shomei;
    }

    private static void isRemindedAsPublished(RunningShomei shomei, String requestId) {
        Outbox outbox = Outbox.settled(shomei, requestId);
        assertThat(outbox.daysOf("APPLICATION_RECEIVED")).containsExactly(ISSUED.toString());
        assertThat(outbox.daysOf("DOWNLOAD_ENDS")).isEqualTo(DOWNLOAD_MAILS);
        assertThat(outbox.daysOf("CERTIFICATE_EXPIRES")).isEqualTo(EXPIRY_MAILS);
        assertThat(outbox.mails()).hasSize(1 + EXPIRY_MAILS.size() + DOWNLOAD_MAILS.size());
    }

    /** Without a mail host every mail is a file. */
    private List<Path> writtenMails() throws IOException {
        try (Stream<Path> files = Files.list(scratch.resolve("data/outbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private static void dialog(RunningShomei shomei, String requestId, LocalDate day, List<String> shown) {
        List<Boolean> named = Stream.of("CARD_READER", "MPKI_CLIENT")
                .map(channel -> items(shomei, "/api/v1/reminders?on=" + day + "&channel=" + channel)
                        .anyMatch(item -> item.get("requestId").asString().equals(requestId)))
                .toList();
        assertThat(named.get(0)).isEqualTo(named.get(1));
        if (named.get(0)) {
            shown.add(day.toString());
        }
    }

    private static void dialogAtTheTerminal(
            RunningShomei shomei, String serialNumber, LocalDate day, List<String> shown) {
        boolean shows = items(shomei, "/api/v1/reminders/terminal?channel=CARD_READER&serialNumber=" + serialNumber)
                .findAny()
                .isPresent();
        if (shows) {
            shown.add(day.toString());
        }
    }

    private static Stream<JsonNode> items(RunningShomei shomei, String path) {
        return shomei.get("institution", path).expect(200).json().get("items").valueStream();
    }

    private static String download(RunningShomei shomei, String requestId) {
        Map<String, String> form = Map.of(
                "requestId",
                requestId,
                "referenceId",
                Notices.referenceId(shomei, requestId, ISSUED),
                "password",
                "2468");
        shomei.post(null, "/download/p12", form).expect(200);
        return RecordedHistory.of(shomei, requestId)
                .onlyOne("CertificateSigned")
                .get("serialNumber")
                .asString();
    }

    private static void renew(RunningShomei shomei, String requestId) {
        shomei.post("institution", "/api/v1/certificates/" + requestId + "/renewal", Map.of("password", "2468"))
                .expect(200);
    }

    private static void clock(RunningShomei shomei, LocalDate day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T09:00:00+09:00"))
                .expect(200);
    }

    private static List<String> with(List<String> lastWeek, String... before) {
        return Stream.concat(Stream.of(before), lastWeek.stream()).toList();
    }

    private static List<String> before(LocalDate end, List<String> days) {
        return days.stream().filter(day -> day.compareTo(end.toString()) < 0).toList();
    }
}
