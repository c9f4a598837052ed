package jp.shomei.app.readmodel;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.start.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The read models of the embedded mode: a server that speaks MongoDB's protocol, in this process, on loopback, with its
 * file below the data directory. That file may be lost; it is rebuilt from the events.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = ExternalReadModels.URI,
        matchIfMissing = true,
        havingValue = EmbeddedReadModels.NO_ADDRESS)
public class EmbeddedReadModels {

    private static final String FILE = "read-models/models.mv";

    /** Of releases that wrote documents as Java objects, which nobody reads any more. */
    private static final String FORMER_FILE = "read-models/mongo.mv";
    /** No address is this, so that any that is given means another server. */
    static final String NO_ADDRESS = "embedded";

    private static final int DEADLINE_SECONDS = 30;

    /** Closed by the server it stands behind. */
    @Bean(destroyMethod = "")
    static WholeCommands readModelFile(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.resolve(FORMER_FILE));
        return WholeCommands.open(data.resolve(FILE));
    }

    @Bean(destroyMethod = "shutdownNow")
    static MongoServer mongoServer(WholeCommands file) {
        return new MongoServer(file);
    }

    @Bean(destroyMethod = "close")
    static MongoClient mongoClient(MongoServer server) {
        InetSocketAddress address = server.bind();
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://" + address.getHostString() + ":" + address.getPort()))
                .applyToSocketSettings(sockets -> sockets.connectTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    static MongoDatabase mongoDatabase(MongoClient client) {
        return client.getDatabase("shomei");
    }
}
