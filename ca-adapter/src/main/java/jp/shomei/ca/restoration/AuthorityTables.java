package jp.shomei.ca.restoration;

import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityRegister;
import jp.shomei.ca.crl.RevocationListTable;
import jp.shomei.ca.escrow.EscrowTable;
import jp.shomei.ca.reference.ReferenceEditions;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.status.CertificateRegister;

/** The authority's tables in a durable store that no system has started on. */
public final class AuthorityTables {

    private AuthorityTables() {}

    /** Makes those that are not there. */
    public static void create(DataSource durable) {
        new AuthorityRegister(durable);
        new BlockedKeys(durable);
        new CertificateRegister(durable);
        new EscrowTable(durable);
        new PublishedRevocationTable(durable);
        new ReferenceEditions(durable);
        new RevocationListTable(durable);
        new UsedKeys(durable);
    }
}
