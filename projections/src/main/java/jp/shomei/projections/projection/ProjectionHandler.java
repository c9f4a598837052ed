package jp.shomei.projections.projection;

import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.readmodel.ReadModels;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** An operator's view of the read models. */
public final class ProjectionHandler {

    private final ReadModels readModels;

    public ProjectionHandler(ReadModels readModels) {
        this.readModels = readModels;
    }

    /**
     * Begins to rebuild a read model.
     *
     * @throws Refused with {@link ErrorCode#PROJECTION_NOT_FOUND} or {@link ErrorCode#REPLAY_RUNNING}
     */
    @CommandHandler
    public ProjectionView handle(ReplayProjection command) {
        return readModels.replay(command.name());
    }

    /** Where each read model stands. */
    @QueryHandler
    public ProjectionViews handle(ListProjections query) {
        return new ProjectionViews(readModels.views());
    }
}
