package jp.shomei.app.durable;

import java.nio.file.Path;
import java.util.Map;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.teststores.PostgresServer;
import jp.shomei.teststores.TestStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A durable store of its own, which may be started again and again, and by several nodes if it is shared. */
public final class StoreContext {

    private final Map<String, Object> settings;

    private StoreContext(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** A new one of this kind. */
    public static StoreContext of(TestStore kind) {
        return kind == TestStore.H2 ? new StoreContext(Map.of()) : on(PostgresServer.running());
    }

    /** A new one on this server. */
    public static StoreContext on(PostgresServer server) {
        PostgresServer.Database database = server.newDatabase();
        return new StoreContext(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user()));
    }

    /** How the program is told of it. */
    public Map<String, Object> settings() {
        return settings;
    }

    /** A node that is about to start, with its own data in this directory. */
    public AnnotationConfigApplicationContext node(Path data) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.getEnvironment().getPropertySources().addFirst(new MapPropertySource("durable store", settings));
        node.registerBean(DataDirectory.class, () -> DataDirectory.open(data));
        node.register(DurableStore.class, Messaging.class);
        return node;
    }
}
