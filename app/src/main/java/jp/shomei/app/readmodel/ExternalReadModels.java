package jp.shomei.app.readmodel;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.app.start.StartRefused;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The read models in a MongoDB outside of this process, as {@code --spring.mongodb.uri} names it; several processes may share
 * one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ExternalReadModels.URI)
public class ExternalReadModels {

    /** The name of the setting. */
    static final String URI = "spring.mongodb.uri";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    static MongoSetting mongoSetting(@Value("${" + URI + "}") String uri) {
        return MongoSetting.of(uri);
    }

    @Bean(destroyMethod = "close")
    static MongoClient mongoClient(MongoSetting setting) {
        MongoClient client = MongoClients.create(setting.client());
        try {
            awaitAnswer(client, setting);
        } catch (RuntimeException refused) {
            client.close();
            throw refused;
        }
        return client;
    }

    @Bean
    static MongoDatabase mongoDatabase(MongoClient client, MongoSetting setting) {
        return client.getDatabase(setting.database());
    }

    /** A server that is being replaced just now is waited for; one that is not there at all is told of. */
    private static void awaitAnswer(MongoClient client, MongoSetting setting) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                client.getDatabase(setting.database()).runCommand(new Document("ping", 1));
                return;
            } catch (MongoException away) {
                if (away instanceof MongoSecurityException || System.nanoTime() > end) {
                    throw new StartRefused("The MongoDB that --" + URI + " names (" + setting.hosts()
                            + ") does not answer, or does not let this system in: "
                            + away.getClass().getSimpleName() + ".");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
