package jp.shomei.ca.crl;

import java.sql.DatabaseMetaData;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The published lists in the durable store, the newest and a few before it, and their numbers, of which none comes twice. */
public final class RevocationListTable {

    private static final int COMPLETE = -1;
    private static final int KEPT = 3;

    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;

    public RevocationListTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        this.ownTransaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.sql("CREATE TABLE IF NOT EXISTS revocation_list_number"
                        + " (issuer VARCHAR(64) PRIMARY KEY, newest BIGINT NOT NULL)")
                .update();
        database.sql("CREATE TABLE IF NOT EXISTS revocation_list (issuer VARCHAR(64), crl_partition INTEGER,"
                        + " number BIGINT, this_update TIMESTAMP WITH TIME ZONE NOT NULL,"
                        + " next_update TIMESTAMP WITH TIME ZONE NOT NULL, revision BIGINT NOT NULL,"
                        + " list " + binary(dataSource) + " NOT NULL, PRIMARY KEY (issuer, crl_partition, number))")
                .update();
    }

    /**
     * Takes the issuer's next number, greater than every one before, and reads what a list with it is to say. The next
     * number is not given out before that is read, also not to another process: of two lists the one with the greater
     * number knows all that the other does. A number is used up when the call returns, whatever becomes of the list.
     */
    <T> T numbered(String issuer, LongFunction<T> reading) {
        @Nullable T read = ownTransaction.execute(transaction -> {
            database.sql("INSERT INTO revocation_list_number (issuer, newest) VALUES (?, 0) ON CONFLICT DO NOTHING")
                    .param(issuer)
                    .update();
            database.sql("UPDATE revocation_list_number SET newest = newest + 1 WHERE issuer = ?")
                    .param(issuer)
                    .update();
            return reading.apply(database.sql("SELECT newest FROM revocation_list_number WHERE issuer = ?")
                    .param(issuer)
                    .query(Long.class)
                    .single());
        });
        return Objects.requireNonNull(read);
    }

    /** Publishes a list, and forgets those long superseded. */
    void publish(ListScope scope, PublishedList published, byte[] list) {
        ownTransaction.executeWithoutResult(transaction -> {
            database.sql("INSERT INTO revocation_list (issuer, crl_partition, number, this_update, next_update,"
                            + " revision, list) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            scope.issuerKeyId(),
                            column(scope.partition()),
                            published.number(),
                            published.thisUpdate().atOffset(ZoneOffset.UTC),
                            published.nextUpdate().atOffset(ZoneOffset.UTC),
                            published.revision(),
                            list)
                    .update();
            database.sql("DELETE FROM revocation_list WHERE issuer = :issuer AND crl_partition = :partition"
                            + " AND number NOT IN (SELECT number FROM revocation_list WHERE issuer = :issuer"
                            + " AND crl_partition = :partition ORDER BY number DESC FETCH FIRST " + KEPT
                            + " ROWS ONLY)")
                    .param("issuer", scope.issuerKeyId())
                    .param("partition", column(scope.partition()))
                    .update();
        });
    }

    /**
     * Lets every next number be greater by so many, and counts every list as one that does not know everything: it is made
     * anew. For a store that goes on from a backup, beside which lists may have been published since.
     */
    public void skip(long numbers) {
        ownTransaction.executeWithoutResult(transaction -> {
            database.sql("UPDATE revocation_list_number SET newest = newest + ?")
                    .param(numbers)
                    .update();
            database.sql("UPDATE revocation_list SET revision = revision - 1").update();
        });
    }

    /** The newest list. */
    Optional<PublishedList> newest(String issuer, @Nullable Integer partition) {
        return database.sql("SELECT number, this_update, next_update, revision FROM revocation_list"
                        + " WHERE issuer = ? AND crl_partition = ? ORDER BY number DESC FETCH FIRST 1 ROW ONLY")
                .params(issuer, column(partition))
                .query((row, number) -> new PublishedList(
                        row.getLong("number"),
                        row.getObject("this_update", OffsetDateTime.class).toInstant(),
                        row.getObject("next_update", OffsetDateTime.class).toInstant(),
                        row.getLong("revision")))
                .optional();
    }

    /** A list in DER. */
    Optional<byte[]> list(String issuer, @Nullable Integer partition, long number) {
        return database.sql("SELECT list FROM revocation_list WHERE issuer = ? AND crl_partition = ? AND number = ?")
                .params(issuer, column(partition), number)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    /** What databases call bytes of any length; the only word they do not share. */
    private static String binary(DataSource dataSource) {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
            return "PostgreSQL".equals(product) ? "BYTEA" : "BINARY LARGE OBJECT";
        } catch (MetaDataAccessException unreachable) {
            throw new DataAccessResourceFailureException("the durable store cannot be reached", unreachable);
        }
    }

    private static int column(@Nullable Integer partition) {
        return partition == null ? COMPLETE : partition;
    }
}
