package jp.shomei.ca.status;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses under which certificates look for their partition of an issuer's revocation lists. They are signed into the
 * certificates, so each is kept whatever the public URL has become since.
 */
final class ListAddresses {

    private final JdbcClient database;

    /** In a register that was kept without them, they are gathered from its certificates, once. */
    ListAddresses(JdbcClient database) {
        this.database = database;
        boolean isThere = database.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                                + " WHERE UPPER(TABLE_NAME) = 'CRL_ADDRESS'")
                        .query(Integer.class)
                        .single()
                > 0;
        Set<Place> gathered = isThere ? Set.of() : gather();
        database.sql("CREATE TABLE IF NOT EXISTS crl_address (issuer VARCHAR(64), crl_partition INTEGER,"
                        + " address VARCHAR(1024), PRIMARY KEY (issuer, crl_partition, address))")
                .update();
        gathered.forEach(place -> add(place.issuer(), place.partition(), place.address()));
    }

    /**
     * Takes in an address.
     *
     * @return whether it was not known
     */
    boolean add(String issuer, int partition, String address) {
        return database.sql("INSERT INTO crl_address (issuer, crl_partition, address) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(issuer, partition, address)
                        .update()
                == 1;
    }

    /** Every address of a partition, in order. */
    List<String> of(String issuer, int partition) {
        return database.sql("SELECT address FROM crl_address WHERE issuer = ? AND crl_partition = ? ORDER BY address")
                .params(issuer, partition)
                .query(String.class)
                .list();
    }

    /** Partitions that certificates of an issuer name, in order. */
    List<Integer> partitions(String issuer) {
        return database.sql("SELECT DISTINCT crl_partition FROM crl_address WHERE issuer = ? ORDER BY crl_partition")
                .param(issuer)
                .query(Integer.class)
                .list();
    }

    private Set<Place> gather() {
        Set<Place> places = new HashSet<>();
        database.sql("SELECT certificate FROM issued_certificate"
                        + " WHERE crl_partition IS NOT NULL AND certificate IS NOT NULL")
                .query(row -> {
                    @Nullable Place place =
                            place(Registration.ofCertificate(Base64.getDecoder().decode(row.getString(1)), null, null));
                    if (place != null) {
                        places.add(place);
                    }
                });
        return places;
    }

    private static @Nullable Place place(Registration registration) {
        Integer partition = registration.partition();
        String address = registration.list();
        return partition == null || address == null ? null : new Place(registration.issuer(), partition, address);
    }

    /** Where a partition is looked for. */
    private record Place(String issuer, int partition, String address) {}
}
