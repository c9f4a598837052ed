package jp.shomei.app.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out everything that makes traces unless there is somebody to send them to. Spring Boot would make and drop them
 * otherwise, at every request's cost.
 */
public final class TracesWhereWanted implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Where traces are sent: the address of an OTLP receiver, such as {@code http://localhost:4318/v1/traces}. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final List<String> MAKERS =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = environment.containsProperty(ENDPOINT);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] taken = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            taken[i] = wanted || candidate == null || MAKERS.stream().noneMatch(candidate::startsWith);
        }
        return taken;
    }
}
