package jp.shomei.app.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this process has the role that {@link InRole} names. */
final class RoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        NodeRole named = metadata.getAnnotations().get(InRole.class).getEnum("value", NodeRole.class);
        return NodeRole.of(context.getEnvironment()).includes(named);
    }
}
