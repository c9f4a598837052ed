package jp.shomei.app;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.app.role.NodeRole;
import jp.shomei.app.start.StartRefused;
import jp.shomei.http.HttpProperties;
import jp.shomei.http.access.OidcProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The options that there are. A misspelt one would leave what it was to set at its default: another directory than the
 * operator thinks of, or the real clock.
 */
public final class KnownOptions {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("shomei");
    private static final Set<String> OF_THE_MACHINE = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    /** However they are written: {@code key-pool} is {@code keyPool}, too. */
    private static final Set<ConfigurationPropertyName> NAMES = Stream.of(
                    names(PREFIX, ShomeiProperties.class),
                    names(PREFIX, PublicationProperties.class),
                    names(PREFIX.append("http"), HttpProperties.class),
                    names(PREFIX.append("oidc"), OidcProperties.class),
                    Stream.of(ConfigurationPropertyName.of(NodeRole.PROPERTY)))
            .flatMap(names -> names)
            .collect(Collectors.toCollection(TreeSet::new));

    private KnownOptions() {}

    /**
     * Looks at what is set on the command line and in files; the machine's environment may hold what is meant for others.
     *
     * @throws StartRefused if it holds an option of this system that there is not
     */
    public static void require(ConfigurableEnvironment environment) {
        ConfigurationPropertySources.from(environment.getPropertySources()).forEach(source -> {
            if (isTheOperators(source) && source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(name -> PREFIX.isAncestorOf(name) && !isKnown(name))
                        .findFirst()
                        .ifPresent(KnownOptions::refuse);
            }
        });
    }

    private static void refuse(ConfigurationPropertyName unknown) {
        throw new StartRefused("There is no option --" + unknown + ". There are: "
                + NAMES.stream().map(name -> "--" + name).collect(Collectors.joining(", ")) + ".");
    }

    /** Itself, or as an element of a list. */
    private static boolean isKnown(ConfigurationPropertyName name) {
        return !name.equals(PREFIX) && (NAMES.contains(name) || isKnown(name.getParent()));
    }

    private static boolean isTheOperators(ConfigurationPropertySource source) {
        return !(source.getUnderlyingSource() instanceof PropertySource<?> properties
                && OF_THE_MACHINE.contains(properties.getName()));
    }

    private static Stream<ConfigurationPropertyName> names(ConfigurationPropertyName prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            ConfigurationPropertyName name = prefix.append(DataObjectPropertyName.toDashedForm(component.getName()));
            return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(name);
        });
    }
}
