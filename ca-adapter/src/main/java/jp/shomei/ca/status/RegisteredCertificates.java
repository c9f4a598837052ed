package jp.shomei.ca.status;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.shomei.ca.recheck.StoredCertificate;
import jp.shomei.ca.recheck.StoredCertificates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The holders' certificates in the register that have not lapsed, a page at a time. */
public final class RegisteredCertificates implements StoredCertificates {

    private static final int PAGE = 500;

    private final JdbcClient database;
    private final Clock clock;

    public RegisteredCertificates(DataSource dataSource, Clock clock) {
        this.database = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @Override
    public void forEach(Consumer<StoredCertificate> consumer) {
        List<StoredCertificate> page = after("");
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = after(page.getLast().serialNumber());
        }
    }

    private List<StoredCertificate> after(String serialNumber) {
        return database.sql("SELECT serial, request_id, certificate, revoked_at IS NOT NULL AS revoked"
                        + " FROM issued_certificate WHERE serial > ? AND certificate IS NOT NULL"
                        + " AND request_id IS NOT NULL AND generation IS NOT NULL AND not_after >= ?"
                        + " ORDER BY serial FETCH FIRST " + PAGE + " ROWS ONLY")
                .params(serialNumber, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StoredCertificate(
                        row.getString("serial"),
                        row.getString("request_id"),
                        Base64.getDecoder().decode(row.getString("certificate")),
                        row.getBoolean("revoked")))
                .list();
    }
}
