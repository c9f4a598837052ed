package jp.shomei.http.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class ImportControllerTest extends ImportTest {
    @Test
    void loadsAGoodFile() {
        others.on(RegisterInstitutions.class, command -> new ImportOutcome(1, 1, 1));

        send(UTF_8, csv(row(3), row(1), row(2)).getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"read":3,"registered":1,"changed":1,"unchanged":1,"rejected":0,"errors":[]}""");

        var loaded = others.newest(RegisterInstitutions.class);
        assertThat(loaded.getPayload().registrations())
                .extracting(RegisterInstitution::code)
                .containsExactly(code(1), code(2), code(3));
        assertThat(loaded.getPayload().registrations().getFirst().form().name()).isEqualTo("髙橋, 医院 1");
        assertThat(loaded.getMetaData()).containsEntry("actor", "the operator").containsEntry("channel", "http");
    }

    @Test
    void loadsNothingFromAFileWithBadLines() {
        send(
                        UTF_8,
                        csv(row(1), row(2).replace("0111234567", "12"), "too,few", row(1), "\n", row(3) + ",more")
                                .getBytes(StandardCharsets.UTF_8),
                        "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IMPORT_HAS_BAD_LINES")
                .jsonPath("$.badLines")
                .isEqualTo(4)
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(3, 4, 5, 8))
                .jsonPath("$.errors[*].code")
                .isEqualTo(List.of("PHONE", "COLUMNS", "DUPLICATE", "COLUMNS"))
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone")
                .jsonPath("$.errors[0].message")
                .isEqualTo("電話番号はハイフンなしの半角数字10桁または11桁（0から始まる番号）で入力してください。")
                .jsonPath("$.errors[2].message")
                .isEqualTo("同じコードの行が、このファイルの前の行にあります。");

        assertThat(others.received(RegisterInstitutions.class)).isEmpty();
    }

    @Test
    void loadsTheGoodLinesWhenAsked() {
        send(UTF_8, csv(row(1), "too,few", row(2), row(1)).getBytes(StandardCharsets.UTF_8), "?partial=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.read")
                .isEqualTo(4)
                .jsonPath("$.registered")
                .isEqualTo(2)
                .jsonPath("$.rejected")
                .isEqualTo(2)
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(3, 5));

        assertThat(others.newest(RegisterInstitutions.class).getPayload().registrations())
                .extracting(RegisterInstitution::code)
                .containsExactly(code(1), code(2));
    }

    @Test
    void reportsTheFirstThousandFaultsAndCountsThemAll() {
        String body = csv(IntStream.range(0, 3000).mapToObj(i -> "bad").toArray(String[]::new));

        send(UTF_8, body.getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.badLines")
                .isEqualTo(3000)
                .jsonPath("$.errors.length()")
                .isEqualTo(1000)
                .jsonPath("$.errors[999].line")
                .isEqualTo(1001);
    }

    @Test
    void refusesAFileBeyondTheLimitEvenIfItDoesNotSaySo() {
        Flux<DataBuffer> endless = Flux.range(0, 9 * 1024)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(
                        "x".repeat(1024).getBytes(StandardCharsets.US_ASCII)));

        as(Role.OPERATOR)
                .post()
                .uri("/api/v1/institutions/import")
                .header("Content-Type", UTF_8)
                .body(endless, DataBuffer.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BODY_TOO_LARGE");
        send(UTF_8, new byte[9 * 1024 * 1024], "").expectStatus().isEqualTo(413);
    }

    @Test
    void doesOneFileAtATime() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        others.on(RegisterInstitutions.class, command -> {
            loading.countDown();
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
            return new ImportOutcome(1, 0, 0);
        });
        byte[] body = csv(row(1)).getBytes(StandardCharsets.UTF_8);
        Thread first = Thread.startVirtualThread(
                () -> send(UTF_8, body, "").expectStatus().isOk());
        assertThat(loading.await(20, TimeUnit.SECONDS)).isTrue();

        send(UTF_8, body, "")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IMPORT_RUNNING");

        released.countDown();
        first.join();
        send(UTF_8, body, "").expectStatus().isOk();
    }

    @Test
    void endsWithTheRefusalOfTheCommandSide() {
        others.on(CheckRegistrations.class, command -> {
            throw new IllegalStateException("broken");
        });

        send(UTF_8, csv(row(1)).getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isEqualTo(500);
    }

    @Test
    void refusesAnUnclearWish() {
        send(UTF_8, csv(row(1)).getBytes(StandardCharsets.UTF_8), "?partial=yes")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("partial");
    }

    @Test
    void loadsManyRowsByTheHundredKeepingNone() {
        AtomicLong largest = new AtomicLong();
        AtomicLong loaded = new AtomicLong();
        others.on(RegisterInstitutions.class, command -> {
            largest.accumulateAndGet(command.registrations().size(), Math::max);
            loaded.addAndGet(command.registrations().size());
            others.forgetMessages();
            return new ImportOutcome(command.registrations().size(), 0, 0);
        });
        int rows = 20_000;
        String body = csv(IntStream.range(0, rows).mapToObj(ImportTest::row).toArray(String[]::new));

        send("text/csv", body.getBytes(CP932), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.registered")
                .isEqualTo(rows);

        assertThat(loaded).hasValue(rows);
        assertThat(largest).hasValue(500);
    }
}
