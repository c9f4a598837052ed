package jp.shomei.app;

import java.util.UUID;
import jp.shomei.app.readmodel.EmbeddedReadModels;
import jp.shomei.app.readmodel.ExternalReadModels;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeRole;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.projections.Projections;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.query.QuerySide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The half that remembers and answers. */
@Configuration(proxyBeanMethods = false)
@InRole(NodeRole.QUERY)
@Import({
    // the rooms
    Projections.class,
    QuerySide.class,
    // what they stand on
    EmbeddedReadModels.class,
    ExternalReadModels.class,
})
class QueryNode {

    /** Read models on a server of their own may be shared also by systems that are one process each. */
    @Bean
    ProjectionSettings projectionSettings(Environment environment) {
        return NodeSetting.isOneOfSeveral(environment) || environment.containsProperty("spring.mongodb.uri")
                ? ProjectionSettings.forOneOfSeveral(UUID.randomUUID().toString())
                : ProjectionSettings.forOnlyNode("embedded");
    }
}
