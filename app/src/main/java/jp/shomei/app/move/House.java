package jp.shomei.app.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.app.KnownOptions;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.distributed.ServerEvents;
import jp.shomei.app.durable.Alone;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.StartRefused;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A house: the durable store that the system's own options name, and Axon Server if they do, with nobody at home. */
final class House implements AutoCloseable {

    private static final Alone NOBODY_AT_HOME = new Alone(
            "Nodes are running on this durable store, or another export or import is: stop them, all of them.");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final @Nullable ServerEvents inAxonServer;

    /**
     * Opens it.
     *
     * @param options the system's, such as {@code --shomei.data=DIR}
     * @throws jp.shomei.app.start.StartRefused if the system is running, an option is not known, or Axon Server is to be used
     *     and is not there
     */
    House(List<String> options) {
        context.setEnvironment(environment(options));
        KnownOptions.require(context.getEnvironment());
        context.registerBean(DataDirectory.class, () -> DataDirectory.open(data()));
        context.registerBean(Alone.class, () -> NOBODY_AT_HOME);
        context.register(DurableStore.class, Messaging.class);
        try {
            context.refresh();
            inAxonServer = NodeSetting.hasAxonServer(context.getEnvironment())
                    ? ServerEvents.open(context.getEnvironment())
                    : null;
        } catch (BeanCreationException failed) {
            context.close();
            throw failed.getMostSpecificCause() instanceof StartRefused refused ? refused : failed;
        } catch (RuntimeException | Error failed) {
            context.close();
            throw failed;
        }
    }

    /**
     * Opens one to move out of.
     *
     * @param options the system's
     * @throws jp.shomei.app.start.StartRefused if the system is running, or has its events in Axon Server
     */
    static House toLeave(List<String> options) {
        if (NodeSetting.hasAxonServer(environment(options))) {
            throw new StartRefused(
                    "The events are in Axon Server, and from there there is no way out by a file. Back it up"
                            + " by its own means, and the database beside it.");
        }
        return new House(options);
    }

    /** As the system itself would find it: from the command line, the environment, and files that these name. */
    private static ConfigurableEnvironment environment(List<String> options) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** Where it is, as an operator names it. */
    String place() {
        String server = context.getEnvironment().getProperty("spring.datasource.url");
        return server == null ? data().toAbsolutePath().toString() : server.replaceAll("[?].*", "");
    }

    /** Whether the authority's keys and secrets are there, which are copied and not imported. */
    boolean hasAuthority() {
        return Files.exists(data().resolve(DataDirectory.AUTHORITY));
    }

    /** The directory of what is kept in files. */
    Path data() {
        return Path.of(context.getEnvironment().getProperty("shomei.data", "data"));
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    TokenStore tokens() {
        return context.getBean(TokenStore.class);
    }

    RawEvents events() {
        return inAxonServer != null
                ? inAxonServer
                : RawEvents.in(context.getBean(ConnectionProvider.class), transactions());
    }

    TransactionManager transactions() {
        return context.getBean(TransactionManager.class);
    }

    /** Carries out what either happens as a whole or not at all. */
    void atOnce(Runnable work) {
        transactions().executeInTransaction(work);
    }

    /** Whether a reaction's position may leave out events before it; on Axon Server it is one number. */
    boolean canLeaveOut() {
        return inAxonServer == null;
    }

    Tables tables() throws SQLException {
        return new Tables(database());
    }

    @Override
    public void close() {
        if (inAxonServer != null) {
            inAxonServer.close();
        }
        context.close();
    }
}
