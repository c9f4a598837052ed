package jp.shomei.app.move;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.StartRefused;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** A house: the durable store that the system's own options name, with nobody at home. */
final class House implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * Opens it.
     *
     * @param options the system's, such as {@code --shomei.data=DIR}
     * @throws jp.shomei.app.start.StartRefused if the system is running, or has its events in Axon Server
     */
    House(List<String> options) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
        if (NodeSetting.hasAxonServer(context.getEnvironment())) {
            context.close();
            throw new StartRefused("The events are in Axon Server, and go neither into a file nor out of one this way."
                    + " Back them up with its own means.");
        }
        context.registerBean(
                DataDirectory.class,
                () -> DataDirectory.open(Path.of(context.getEnvironment().getProperty("shomei.data", "data"))));
        context.register(DurableStore.class, Messaging.class);
        try {
            context.refresh();
        } catch (BeanCreationException failed) {
            context.close();
            if (failed.getMostSpecificCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw failed;
        }
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    TokenStore tokens() {
        return context.getBean(TokenStore.class);
    }

    RawEvents events() {
        return RawEvents.in(context.getBean(ConnectionProvider.class), transactions());
    }

    TransactionManager transactions() {
        return context.getBean(TransactionManager.class);
    }

    /** Carries out what either happens as a whole or not at all. */
    void atOnce(Runnable work) {
        transactions().executeInTransaction(work);
    }

    Tables tables() throws SQLException {
        return new Tables(database());
    }

    @Override
    public void close() {
        context.close();
    }
}
