package jp.shomei.http.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class ProjectionControllerTest extends HttpTest {
    private static final ProjectionView REPLAYING =
            new ProjectionView("certificate-status", ProjectionView.State.REPLAYING, 10L, 40L, 0.25, 0);

    @Test
    void listsWhereEveryReadModelStands() {
        others.on(
                ListProjections.class,
                query -> new ProjectionViews(List.of(
                        REPLAYING, new ProjectionView("notices", ProjectionView.State.RUNNING, 40L, 40L, null, 1))));

        as(Role.OPERATOR)
                .get()
                .uri("/api/v1/projections")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].progress")
                .isEqualTo(0.25)
                .jsonPath("$.items[1].deadLetters")
                .isEqualTo(1)
                .jsonPath("$.items[1].progress")
                .doesNotExist();
    }

    @Test
    void beginsToRebuildOne() {
        others.on(ReplayProjection.class, command -> REPLAYING);

        as(Role.OPERATOR)
                .post()
                .uri("/api/v1/projections/certificate-status/replay")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REPLAYING");
        assertThat(others.newest(ReplayProjection.class).getPayload().name()).isEqualTo("certificate-status");
    }

    @Test
    void knowsOnlyThoseThereAre() {
        others.on(ReplayProjection.class, command -> {
            throw Refused.because(ErrorCode.PROJECTION_NOT_FOUND);
        });

        for (String name : new String[] {"nothing", "Nothing!", "x".repeat(100)}) {
            as(Role.OPERATOR)
                    .post()
                    .uri("/api/v1/projections/{name}/replay", name)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("PROJECTION_NOT_FOUND");
        }
        assertThat(others.received(ReplayProjection.class)).hasSize(1);
    }
}
