package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.FerretDb;
import jp.shomei.projections.fixture.FerretDbAtHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program keeps its read models on FerretDB, which goes away and comes back, as the program itself does. */
@ExtendWith(FerretDbAtHand.class)
class ReadModelsOutsideIT {

    private static final Duration CATCHING_UP = Duration.ofSeconds(60);
    private static final String TABLE = "/api/v1/certificates?institution=" + Clinic.CODE;

    @TempDir
    private Path scratch;

    @Test
    void nothingIsLostWhenTheDatabaseOrTheProgramGoesAway() throws Exception {
        Path data = scratch.resolve("data");
        try (FerretDb database = FerretDb.start()) {
            String uri = "--spring.mongodb.uri=" + database.uri();
            RunningShomei shomei = RunningShomei.start(data, uri);
            Clinic.register(shomei);
            apply(shomei, 201);
            assertThat(data.resolve("read-models")).doesNotExist();
            rebuild(shomei);
            assertThat(rows(shomei)).isOne();

            database.goAway();
            RunningShomei.Answer away = shomei.get("institution", TABLE);
            assertThat(away.status()).as(away.text()).isEqualTo(503);
            assertThat(away.json().get("code").asString()).isEqualTo("TEMPORARILY_UNAVAILABLE");
            assertThat(away.header("Retry-After")).isEqualTo("5");
            apply(shomei, 201);

            database.comeBack();
            Await.until("both are shown", CATCHING_UP, () -> rows(shomei) == 2);
            apply(shomei, 201);
            shomei.kill();
            try (RunningShomei again = RunningShomei.start(data, uri)) {
                Await.until("all are shown", CATCHING_UP, () -> rows(again) == 3);
            }
        }
    }

    private static void apply(RunningShomei shomei, int expected) {
        shomei.post("institution", "/api/v1/applications", Clinic.application(Clinic.NAME))
                .expect(expected);
    }

    private static void rebuild(RunningShomei shomei) {
        shomei.post("operator", "/api/v1/projections/certificate-status/replay", "")
                .expect(202);
        Await.until("it is rebuilt", CATCHING_UP, () -> shomei.get("operator", "/api/v1/projections")
                .expect(200)
                .text()
                .contains("\"name\":\"certificate-status\",\"state\":\"RUNNING\""));
    }

    private static int rows(RunningShomei shomei) {
        RunningShomei.Answer table = shomei.get("institution", TABLE);
        return table.status() == 200 ? table.json().get("items").size() : -1;
    }
}
