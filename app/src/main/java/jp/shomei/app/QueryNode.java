package jp.shomei.app;

import jp.shomei.app.readmodel.AwayMeansLater;
import jp.shomei.app.readmodel.EmbeddedReadModels;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeName;
import jp.shomei.app.role.NodeRole;
import jp.shomei.projections.Projections;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.query.QuerySide;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The half that remembers and answers. */
@Configuration(proxyBeanMethods = false)
@InRole(NodeRole.QUERY)
@Import({
    // the rooms
    Projections.class,
    QuerySide.class,
    // what they stand on
    EmbeddedReadModels.class,
})
class QueryNode {

    @Bean
    ProjectionSettings projectionSettings(NodeName node) {
        return node.isOnly()
                ? ProjectionSettings.forOnlyNode(node.name())
                : ProjectionSettings.forOneOfSeveral(node.name());
    }

    @Bean
    static ConfigurerModule awayMeansLater() {
        return configurer -> configurer.onInitialize(
                axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> axon.queryBus()
                        .registerHandlerInterceptor(new AwayMeansLater())));
    }
}
