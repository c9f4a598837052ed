package jp.shomei.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

class ResultsControllerTest extends HttpTest {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String UTF_8 = "text/csv;charset=UTF-8";
    private static final LocalDate DAY = LocalDate.of(2021, 9, 13);

    @Autowired
    private Environment environment;

    @BeforeEach
    void recordWhateverIsReported() {
        others.on(DispatchNotice.class, command -> outcome(command.noticeId(), true));
        others.on(DeliverNotice.class, command -> outcome(command.noticeId(), true));
        others.on(ReturnNotice.class, command -> outcome(command.noticeId(), true));
    }

    @AfterEach
    void noFileIsLeft() throws IOException {
        Path spool = Path.of(environment.getRequiredProperty("shomei.http.spool"));
        Files.createDirectories(spool);
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void recordsEachLineUnderItsNotice() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP932)) {
            others.forgetMessages();
            send(
                            "text/csv",
                            csv(
                                            "N1,399-60-00001-0,DISPATCHED,2021-09-13,",
                                            "N2,399-60-00001-0,DELIVERED,2021-09-15,",
                                            "N3,,RETURNED,,あて所に尋ねあたりません")
                                    .getBytes(charset))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("{\"lines\":3,\"recorded\":3,\"unchanged\":0,\"refused\":[],\"warnings\":[]}");

            assertThat(others.newest(DispatchNotice.class).getPayload())
                    .isEqualTo(new DispatchNotice("N1", "399-60-00001-0", DAY));
            assertThat(others.newest(DeliverNotice.class).getPayload())
                    .isEqualTo(new DeliverNotice("N2", DAY.plusDays(2)));
            assertThat(others.newest(ReturnNotice.class).getPayload())
                    .isEqualTo(new ReturnNotice("N3", "あて所に尋ねあたりません", null));
            assertThat(others.newest(DispatchNotice.class).getMetaData()).containsEntry("role", "mailroom");
        }
    }

    @Test
    void tellsWhatWasOnRecordBefore() {
        others.on(
                DispatchNotice.class,
                command -> outcome(command.noticeId(), command.noticeId().equals("N2")));

        send(UTF_8, csv("N1,39960000010,DISPATCHED,,", "N2,39960000021,DISPATCHED,,"))
                .expectBody()
                .json("{\"lines\":2,\"recorded\":1,\"unchanged\":1,\"refused\":[]}");
    }

    @Test
    void recordsTheOtherLinesIfSomeAreRefused() {
        others.on(DispatchNotice.class, command -> {
            throw new AggregateNotFoundException(command.noticeId(), "no such");
        });
        others.on(DeliverNotice.class, command -> {
            throw Refused.because(ErrorCode.NOTICE_NOT_DISPATCHED, "発送準備中");
        });
        others.on(ReturnNotice.class, command -> {
            if (command.noticeId().equals("N4")) {
                return outcome("N4", true);
            }
            throw new Refused(Refusal.of(List.of(
                    FieldError.of("on", FieldRule.RANGE, "2021-09-13", "2021-09-20"),
                    FieldError.of("reason", FieldRule.REQUIRED))));
        });

        send(
                        UTF_8,
                        csv(
                                "N1,39960000010,DISPATCHED,,",
                                "N2,,DELIVERED,2021-09-15,",
                                "N3,,RETURNED,2021-09-30,",
                                "N4,,RETURNED,2021-09-20,受取拒否",
                                "a b,,DELIVERED,,",
                                "N6,,LOST,2021-02-30,",
                                "N7,,DELIVERED"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines")
                .isEqualTo(7)
                .jsonPath("$.recorded")
                .isEqualTo(1)
                .jsonPath("$.refused[*].line")
                .value(lines -> assertThat(lines).asList().containsExactly(2, 3, 4, 6, 7, 8))
                .jsonPath("$.refused[*].code")
                .value(codes -> assertThat(codes)
                        .asList()
                        .containsExactly(
                                "NOTICE_NOT_FOUND",
                                "NOTICE_NOT_DISPATCHED",
                                "INVALID_FIELDS",
                                "NOTICE_NOT_FOUND",
                                "INVALID_FIELDS",
                                "INVALID_FIELDS"))
                .jsonPath("$.refused[0].noticeId")
                .isEqualTo("N1")
                .jsonPath("$.refused[0].title")
                .isEqualTo("発行通知書が見つかりません")
                .jsonPath("$.refused[0].detail")
                .isNotEmpty()
                .jsonPath("$.refused[0].errors")
                .doesNotExist()
                .jsonPath("$.refused[2].errors[*].field")
                .value(fields -> assertThat(fields).asList().containsExactly("on", "reason"))
                .jsonPath("$.refused[4].errors[*].code")
                .value(codes -> assertThat(codes).asList().containsExactly("CHOICE", "DATE"))
                .jsonPath("$.refused[5].noticeId")
                .doesNotExist()
                .jsonPath("$.refused[5].errors[0].code")
                .isEqualTo("COLUMNS");
    }

    @Test
    void takesATrackingNumberWithAWrongCheckDigitAndWarns() {
        send(UTF_8, csv("N1,39960000010,DISPATCHED,,", "N2,202-10-90200-2,DISPATCHED,,"))
                .expectBody()
                .jsonPath("$.recorded")
                .isEqualTo(2)
                .jsonPath("$.warnings.length()")
                .isEqualTo(1)
                .jsonPath("$.warnings[0].line")
                .isEqualTo(3)
                .jsonPath("$.warnings[0].field")
                .isEqualTo("trackingNumber")
                .jsonPath("$.warnings[0].code")
                .isEqualTo("CHECK_DIGIT");
    }

    @Test
    void recordsNothingOfAFileThatCannotBeReadToItsEnd() {
        for (String body : List.of(
                "noticeId,trackingNumber,result,on\nN1,39960000010,DISPATCHED,\n",
                csv("N1,39960000010,DISPATCHED,,", "N2,39960000021,DISPATCHED,,\"受取"),
                "")) {
            send(UTF_8, body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("IMPORT_UNREADABLE");
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void recordsNothingOfAFileThatIsTooLarge() {
        String tooManyLines = IntStream.rangeClosed(1, 50_001)
                .mapToObj(number -> "N" + number + ",,DELIVERED,,")
                .collect(Collectors.joining("\n"));
        for (String body : List.of(csv(tooManyLines), csv("x".repeat(5 * 1024 * 1024)))) {
            send(UTF_8, body).expectStatus().isEqualTo(413);
        }
        assertThat(others.heardNothing()).isTrue();
    }

    @Test
    void listsTheFirstThousandRefusedLinesOfMany() {
        others.on(DeliverNotice.class, command -> {
            throw Refused.because(ErrorCode.NOTICE_NOT_DISPATCHED, "発送準備中");
        });
        String lines = IntStream.rangeClosed(1, 1_200)
                .mapToObj(number -> "N" + number + ",,DELIVERED,,")
                .collect(Collectors.joining("\n"));

        send(UTF_8, csv(lines))
                .expectBody()
                .jsonPath("$.lines")
                .isEqualTo(1_200)
                .jsonPath("$.refused.length()")
                .isEqualTo(1_000);
    }

    @Test
    void stopsAtALineThatNoOtherWouldFareBetterThan() {
        others.on(DeliverNotice.class, command -> {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        });

        send(UTF_8, csv("N1,,DELIVERED,,", "N2,,DELIVERED,,")).expectStatus().isEqualTo(503);

        assertThat(others.received(DeliverNotice.class)).hasSize(1);
    }

    private WebTestClient.ResponseSpec send(String type, String body) {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private WebTestClient.ResponseSpec send(String type, byte[] body) {
        return as(Role.MAILROOM)
                .post()
                .uri("/api/v1/notices/results")
                .header("Content-Type", type)
                .bodyValue(body)
                .exchange();
    }

    private static String csv(String... lines) {
        return ResultLine.HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    private static PostingOutcome outcome(String noticeId, boolean changed) {
        return new PostingOutcome(new Recorded(Recorded.Kind.NOTICE, noticeId, 2), changed);
    }
}
