package jp.shomei.ca.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.shomei.contracts.certificate.RevocationReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The authority's own record of every serial number it has used or may have used, in the durable store. A row without a
 * certificate is an intent to sign, or a revocation that came before everything else. What is revoked stays so. Whatever
 * is told twice changes nothing the second time.
 */
public final class CertificateRegister {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS issued_certificate (serial VARCHAR(64) PRIMARY KEY,"
            + " issuer VARCHAR(64) NOT NULL, request_id VARCHAR(32), generation INTEGER, spki_sha256 VARCHAR(64),"
            + " crl_partition INTEGER, not_after TIMESTAMP WITH TIME ZONE, certificate VARCHAR(65536),"
            + " revoked_at TIMESTAMP WITH TIME ZONE, reason VARCHAR(32))";

    private final JdbcClient database;
    private final RevocationRevisions revisions;
    private final ListAddresses addresses;

    public CertificateRegister(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql(TABLE).update();
        database.sql("CREATE INDEX IF NOT EXISTS issued_certificate_key ON issued_certificate (spki_sha256)")
                .update();
        database.sql("CREATE INDEX IF NOT EXISTS issued_certificate_revoked"
                        + " ON issued_certificate (revoked_at, issuer, crl_partition)")
                .update();
        this.revisions = new RevocationRevisions(database);
        this.addresses = new ListAddresses(database);
    }

    /** Takes in that a certificate may be signed. */
    public void prepared(Registration registration) {
        describe(registration, null);
    }

    /** Takes in that a certificate was signed. */
    public void signed(Registration registration, byte[] certificate) {
        describe(registration, Base64.getEncoder().encodeToString(certificate));
    }

    /**
     * Takes in that a serial number is revoked. The first time and reason count.
     *
     * @param publicKeySha256 digest of its key, hexadecimal
     * @param requestId the holder's certificate
     * @param issuerIfUnknown on whose list it goes if nothing else is known of it
     */
    public void revoked(Revocation revocation, String publicKeySha256, String requestId, String issuerIfUnknown) {
        revoke(revocation, issuerIfUnknown, publicKeySha256, requestId, null);
    }

    /**
     * Takes in that a serial number stands on a published list. If nothing else is known of it, the list tells where it
     * belongs.
     *
     * @param issuer whose list it is
     * @param partition which of the issuer's lists; none for the complete one
     */
    public void revokedAsPublished(Revocation revocation, String issuer, @Nullable Integer partition) {
        revoke(revocation, issuer, null, null, partition);
    }

    private void revoke(
            Revocation revocation,
            String issuerIfUnknown,
            @Nullable String publicKeySha256,
            @Nullable String requestId,
            @Nullable Integer partition) {
        insertUnlessThere(revocation.serialNumber(), issuerIfUnknown);
        int changed = database.sql("UPDATE issued_certificate SET revoked_at = :at, reason = :reason,"
                        + " spki_sha256 = COALESCE(spki_sha256, :key), request_id = COALESCE(request_id, :request),"
                        + " crl_partition = COALESCE(crl_partition, CAST(:partition AS INTEGER))"
                        + " WHERE serial = :serial AND revoked_at IS NULL")
                .param(
                        "at",
                        revocation.revokedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("reason", revocation.reason().name())
                .param("key", publicKeySha256)
                .param("request", requestId)
                .param("partition", partition)
                .param("serial", revocation.serialNumber())
                .update();
        if (changed > 0) {
            revisions.advance(revocation.serialNumber());
        }
    }

    /** What is known of a serial number. */
    public Optional<RegisteredSerial> find(String serialNumber) {
        return database.sql("SELECT serial, issuer, certificate IS NOT NULL AS signed, revoked_at, reason"
                        + " FROM issued_certificate WHERE serial = ?")
                .param(serialNumber)
                .query((row, number) -> registered(row))
                .optional();
    }

    /** The request ID of the holder's certificate with a serial number; empty for others. */
    public Optional<String> requestIdOf(String serialNumber) {
        return database.sql("SELECT request_id FROM issued_certificate WHERE serial = ? AND request_id IS NOT NULL")
                .param(serialNumber)
                .query(String.class)
                .optional();
    }

    /**
     * What is revoked of an issuer's certificates, those left out whose validity ended before some time.
     *
     * @param partition those of one partition; with none all of them
     */
    public List<Revocation> revocations(String issuer, @Nullable Integer partition, Instant endedBefore) {
        return database.sql("SELECT serial, revoked_at, reason FROM issued_certificate WHERE revoked_at IS NOT NULL"
                        + " AND issuer = :issuer AND (CAST(:partition AS INTEGER) IS NULL OR crl_partition = :partition)"
                        + " AND (not_after IS NULL OR not_after >= :ended) ORDER BY revoked_at, serial")
                .param("issuer", issuer)
                .param("partition", partition)
                .param("ended", endedBefore.atOffset(ZoneOffset.UTC))
                .query((row, number) -> revocation(row))
                .list();
    }

    /** All revoked serial numbers, those left out whose validity ended before some time. */
    public List<String> revokedSerialNumbers(Instant endedBefore) {
        return database.sql("SELECT serial FROM issued_certificate WHERE revoked_at IS NOT NULL"
                        + " AND (not_after IS NULL OR not_after >= ?)")
                .param(endedBefore.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Partitions that certificates of an issuer name, in order. */
    public List<Integer> partitions(String issuer) {
        return addresses.partitions(issuer);
    }

    /** The addresses by which certificates of an issuer name their partition of its revocation lists, in order. */
    public List<String> listAddresses(String issuer, int partition) {
        return addresses.of(issuer, partition);
    }

    /**
     * How often something was revoked that belongs on a list, or certificates began to name it by another address. It is
     * committed together with that.
     *
     * @param partition one partition; with none all of the issuer's
     */
    public long revision(String issuer, @Nullable Integer partition) {
        return revisions.of(issuer, partition);
    }

    /** Holders' certificates with this key that are not revoked, in order of their request IDs, those after one of them. */
    public List<String> holdersOf(String publicKeySha256, String after, int most) {
        return database.sql("SELECT DISTINCT request_id FROM issued_certificate WHERE spki_sha256 = ?"
                        + " AND revoked_at IS NULL AND request_id > ? ORDER BY request_id"
                        + " FETCH FIRST " + most + " ROWS ONLY")
                .params(publicKeySha256, after)
                .query(String.class)
                .list();
    }

    /** Whether a certificate with this key was revoked because the key was compromised. */
    public boolean isCompromised(String publicKeySha256) {
        return database.sql("SELECT COUNT(*) FROM issued_certificate WHERE spki_sha256 = ? AND reason = ?")
                        .params(publicKeySha256, RevocationReason.KEY_COMPROMISE.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void describe(Registration registration, @Nullable String certificate) {
        insertUnlessThere(registration.serialNumber(), registration.issuer());
        database.sql("UPDATE issued_certificate SET issuer = :issuer, request_id = :request, generation = :generation,"
                        + " spki_sha256 = :key, crl_partition = :partition, not_after = :end,"
                        + " certificate = COALESCE(:certificate, certificate) WHERE serial = :serial")
                .param("issuer", registration.issuer())
                .param("request", registration.requestId())
                .param("generation", registration.generation())
                .param("key", registration.publicKeySha256())
                .param("partition", registration.partition())
                .param("end", registration.notAfter().atOffset(ZoneOffset.UTC))
                .param("certificate", certificate)
                .param("serial", registration.serialNumber())
                .update();
        revisions.advanceIfRevoked(registration.serialNumber());
        @Nullable Integer partition = registration.partition();
        @Nullable String list = registration.list();
        if (partition != null && list != null && addresses.add(registration.issuer(), partition, list)) {
            revisions.advance(registration.issuer(), partition);
        }
    }

    private void insertUnlessThere(String serialNumber, String issuer) {
        database.sql("INSERT INTO issued_certificate (serial, issuer) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(serialNumber, issuer)
                .update();
    }

    private static RegisteredSerial registered(ResultSet row) throws SQLException {
        return new RegisteredSerial(
                row.getString("serial"),
                row.getString("issuer"),
                row.getBoolean("signed"),
                row.getString("reason") == null ? Optional.empty() : Optional.of(revocation(row)));
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        return new Revocation(
                row.getString("serial"),
                row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                RevocationReason.valueOf(row.getString("reason")));
    }
}
