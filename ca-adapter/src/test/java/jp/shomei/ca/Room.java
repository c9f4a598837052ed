package jp.shomei.ca;

import java.security.KeyPair;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.download.Doorkeeper;
import jp.shomei.ca.download.DownloadDesk;
import jp.shomei.ca.download.EscrowedHolderKeys;
import jp.shomei.ca.download.Handover;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.escrow.EscrowTable;
import jp.shomei.ca.escrow.EscrowedKeyDestruction;
import jp.shomei.ca.escrow.KeyEscrow;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.ca.reference.ReferenceEditions;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.renewal.FreshKeys;
import jp.shomei.ca.renewal.RenewalDesk;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.signing.SigningCompletion;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.status.RevocationSteps;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;

/**
 * The whole room behind a real command bus, for elliptic-curve keys, which are quick to make. What outlives a crash (the
 * certificate, the database, the authority's files) is handed from one room to the next.
 */
public final class Room implements AutoCloseable {

    private static final String PROFILE = "ec-p256";

    public final CertificateStandIn certificate;
    public final DataSource database;
    public final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    public final ReferenceIds references = new ReferenceIds(new byte[32]);
    public final EscrowTable escrowTable;
    public final CommandGateway gateway;
    public final EscrowedKeyDestruction destruction;
    public final ReferenceEditions editions;
    public final UsedKeys usedKeys;
    private final Backroom backroom;

    private Room(
            CertificateStandIn certificate,
            DataSource database,
            CertificateAuthority authority,
            String profile,
            SigningSteps steps,
            TransactionManager transactions) {
        this.certificate = certificate;
        this.database = database;
        this.escrowTable = new EscrowTable(database);
        CommandBus bus =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider("actor", "role", "channel")));
        this.gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        this.backroom = new Backroom(gateway);
        EscrowCipher cipher = new EscrowCipher(new byte[32], TestAuthority.RANDOM);
        KeyPool keys = new KeyPool(
                database, cipher, TestAuthority.PROFILES.named(profile), TestAuthority.RANDOM, 0, backroom::isIdle);
        KeyEscrow escrow = new KeyEscrow(escrowTable, cipher, references);
        RequestLocks locks = new RequestLocks();
        this.destruction = new EscrowedKeyDestruction(escrowTable, locks, gateway, RevocationSteps.UNOBSERVED);
        this.editions = new ReferenceEditions(database);
        CertificateSigning signing = new CertificateSigning(
                authority,
                new SigningDrafts(
                        TestAuthority.PROFILES,
                        new CertificateTemplate(authority, TestAuthority.ORGANIZATION, TestAuthority.ADDRESSES),
                        TestAuthority.RANDOM),
                new Linter(
                        TestAuthority.PROFILES,
                        authority::issuers,
                        TestAuthority.ORGANIZATION,
                        TestAuthority.ADDRESSES),
                steps);
        this.usedKeys = new UsedKeys(database);
        CsrReader requests = new CsrReader(TestAuthority.PROFILES, new BlockedKeys(database));
        Handover handover =
                new Handover(new EscrowedHolderKeys(escrow, keys, steps), usedKeys, signing, authority, steps);
        subscribe(bus, certificate);
        subscribe(bus, new SigningCompletion(signing, locks, backroom));
        subscribe(
                bus,
                new DownloadDesk(new Doorkeeper(references, editions, clock), backroom, locks, requests, handover));
        subscribe(bus, new RenewalDesk(backroom, locks, requests, new FreshKeys(usedKeys), handover, steps));
    }

    /** A room in which nothing has happened. */
    public static Room open() {
        return open(SigningSteps.UNOBSERVED);
    }

    /** A new room of another authority, for another kind of holders' keys. */
    public static Room open(CertificateAuthority authority, String profile) {
        return new Room(
                new CertificateStandIn(),
                TestAuthority.memoryDatabase(),
                authority,
                profile,
                SigningSteps.UNOBSERVED,
                NoTransactionManager.instance());
    }

    /** A new room with an observer. */
    public static Room open(SigningSteps steps) {
        return new Room(
                new CertificateStandIn(),
                TestAuthority.memoryDatabase(),
                TestAuthority.authority(),
                PROFILE,
                steps,
                NoTransactionManager.instance());
    }

    /** A new room whose command handlers each have a transaction, as they do in the running system. */
    public static Room open(DataSource database, TransactionManager transactions) {
        return new Room(
                new CertificateStandIn(),
                database,
                TestAuthority.authority(),
                PROFILE,
                SigningSteps.UNOBSERVED,
                transactions);
    }

    /** A new process after the end of this one. */
    public Room restart() {
        return restart(SigningSteps.UNOBSERVED);
    }

    /** A new process after the end of this one, with an observer. */
    public Room restart(SigningSteps steps) {
        close();
        return new Room(
                certificate, database, TestAuthority.authority(), PROFILE, steps, NoTransactionManager.instance());
    }

    /** A new process after the end of this one, with another hold on the issuing key. */
    public Room restartWith(UnaryOperator<CertificateAuthority> change) {
        close();
        return new Room(
                certificate,
                database,
                change.apply(TestAuthority.authority()),
                PROFILE,
                SigningSteps.UNOBSERVED,
                NoTransactionManager.instance());
    }

    /** A key as a holder would make it. */
    public static KeyPair holderKeys() {
        return TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
    }

    @Override
    public void close() {
        backroom.close();
    }

    private static void subscribe(CommandBus bus, Object handler) {
        new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus);
    }
}
