package jp.shomei.app.readmodel;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.start.StartRefused;

/**
 * How a MongoDB outside of this process is spoken to. Where it is, who we are there, and TLS, are in its address; what the
 * read models rely on is not for an address to change.
 *
 * @param client everything the driver needs to know
 * @param hosts the servers, without credentials
 * @param database where the read models are
 */
record MongoSetting(MongoClientSettings client, String hosts, String database) {

    private static final String USUAL_DATABASE = "shomei";
    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 20;
    private static final int SELECTION_SECONDS = 3;
    private static final int MOST_CONNECTIONS = 50;
    private static final int CONFIRMATION_SECONDS = 10;

    /**
     * The setting that an address stands for.
     *
     * @throws StartRefused if it is not an address of a MongoDB; what it says is not repeated, since it may hold a password
     */
    static MongoSetting of(String uri) {
        ConnectionString address = parsed(uri);
        String database = address.getDatabase() == null ? USUAL_DATABASE : address.getDatabase();
        return new MongoSetting(settings(address), String.join(", ", address.getHosts()), database);
    }

    private static ConnectionString parsed(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            throw new StartRefused("--" + ExternalReadModels.URI + " is not an address of a MongoDB, such as"
                    + " mongodb://user:password@host1,host2,host3/shomei?replicaSet=rs0&tls=true.");
        }
    }

    private static MongoClientSettings settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applicationName("shomei")
                .applyToSocketSettings(sockets -> sockets.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(MOST_CONNECTIONS).maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(address)
                // a claim, a document or a position that a failover takes back would be one that others have acted on
                .writeConcern(
                        WriteConcern.MAJORITY.withJournal(true).withWTimeout(CONFIRMATION_SECONDS, TimeUnit.SECONDS))
                .readConcern(ReadConcern.MAJORITY)
                // a secondary may not have what a consistency token waits for, or what a batch goes on from
                .readPreference(ReadPreference.primary())
                .build();
    }

    @Override
    public String toString() {
        return "MongoSetting[hosts=" + hosts + ", database=" + database + "]";
    }
}
