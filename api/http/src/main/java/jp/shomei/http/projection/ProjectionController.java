package jp.shomei.http.projection;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The read models as a whole. */
@RestController
@RequestMapping(path = "/api/v1/projections", produces = MediaType.APPLICATION_JSON_VALUE)
public class ProjectionController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public ProjectionController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Every read model.
     *
     * @param items where each stands
     */
    public record Projections(List<ProjectionView> items) {}

    /** Where every read model stands. */
    @Operation(summary = "Where every read model stands")
    @AllowedTo(Role.OPERATOR)
    @GetMapping
    public Mono<Projections> list() {
        return gateways.query(new ListProjections(), ResponseTypes.instanceOf(ProjectionViews.class), Optional.empty())
                .map(views -> new Projections(views.items()));
    }

    /** Throws a read model away and rebuilds it from the first event. */
    @Operation(summary = "Throw a read model away and rebuild it; GET tells the progress")
    @AllowedTo(Role.OPERATOR)
    @Refuses({ErrorCode.PROJECTION_NOT_FOUND, ErrorCode.REPLAY_RUNNING})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{name}/replay")
    public Mono<ProjectionView> replay(@PathVariable String name) {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw Refused.because(ErrorCode.PROJECTION_NOT_FOUND);
        }
        return gateways.command(new ReplayProjection(name), ProjectionView.class);
    }
}
