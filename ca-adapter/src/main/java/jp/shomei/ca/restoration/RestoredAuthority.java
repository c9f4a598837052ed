package jp.shomei.ca.restoration;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityInventory;
import jp.shomei.ca.crl.RevocationListTable;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisteredSerial;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.SerialStatus;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authority's part of the durable store, before the system goes on from a backup: what was published since must stay
 * true. To be called while the system is down.
 */
public final class RestoredAuthority {

    /** A thousand lists in every second of thirty years. */
    private static final long NUMBERS_SKIPPED = 1_000_000_000_000L;

    private final DataSource durable;
    private final List<X509Certificate> issuers;

    /**
     * @param durable the durable store
     * @param directory the authority's directory
     */
    public RestoredAuthority(DataSource durable, Path directory) {
        this.durable = durable;
        this.issuers = SecretDirectory.isAbsent(directory)
                ? List.of()
                : AuthorityInventory.of(SecretDirectory.open(directory)).stream()
                        .filter(AuthorityInventory.Item::signed)
                        .map(AuthorityInventory.Item::certificate)
                        .toList();
    }

    /** Has every revocation list made anew, with a number above all that may have been published since the backup. */
    public void skipNumbers() {
        new RevocationListTable(durable).skip(NUMBERS_SKIPPED);
    }

    /** Has all keys be made anew that were made ahead: since the backup any of them may have become a holder's. */
    public void dropPooledKeys() {
        KeyPool.empty(durable);
    }

    /**
     * Revokes in the register what stands on a published list and is not revoked there, all of it or nothing. From then on
     * nobody is told that it is good, and it stands on every list to come; what the history knows of it is put on record
     * when the system runs.
     *
     * @param list in DER or PEM
     * @throws ListRefused if it is none of this authority
     */
    public ListReport take(byte[] list) {
        PublishedRevocations published = PublishedRevocations.read(list, issuers);
        CertificateRegister register = new CertificateRegister(durable);
        PublishedRevocationTable table = new PublishedRevocationTable(durable);
        List<String> again = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        new TransactionTemplate(new DataSourceTransactionManager(durable)).executeWithoutResult(transaction -> {
            for (Revocation revocation : published.entries()) {
                Optional<RegisteredSerial> known = register.find(revocation.serialNumber());
                if (known.isPresent() && known.get().state() == SerialStatus.State.REVOKED) {
                    continue;
                }
                (known.isPresent() ? again : unknown).add(revocation.serialNumber());
                register.revokedAsPublished(revocation, published.issuer(), published.partition());
                table.add(revocation);
            }
        });
        return new ListReport(
                published.number(), published.thisUpdate(), published.entries().size(), again, unknown);
    }
}
