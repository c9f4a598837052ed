package jp.shomei.http.backup;

import java.util.List;
import jp.shomei.contracts.backup.BackupView;
import jp.shomei.contracts.backup.BackupViews;
import jp.shomei.contracts.backup.ListBackups;
import jp.shomei.contracts.backup.MakeBackup;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class BackupControllerTest extends HttpTest {
    private static final BackupView BEGUN =
            new BackupView("shomei-1.zip", BackupView.State.BEING_MADE, null, null, null, null, null, null);

    @Test
    void beginsToMakeOne() {
        others.on(MakeBackup.class, command -> BEGUN);

        as(Role.OPERATOR)
                .post()
                .uri("/api/v1/backups")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("BEING_MADE")
                .jsonPath("$.file")
                .doesNotExist();
    }

    @Test
    void makesOneAtATime() {
        others.on(MakeBackup.class, command -> {
            throw Refused.because(ErrorCode.BACKUP_RUNNING);
        });

        as(Role.OPERATOR)
                .post()
                .uri("/api/v1/backups")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BACKUP_RUNNING");
    }

    @Test
    void listsThoseThereAre() {
        others.on(ListBackups.class, query -> new BackupViews(List.of(BEGUN)));

        as(Role.OPERATOR)
                .get()
                .uri("/api/v1/backups")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("shomei-1.zip");
    }
}
