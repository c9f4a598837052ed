package jp.shomei.ca.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.AuthorityStart;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.crl.FindRevocationListHandler;
import jp.shomei.ca.crl.RevocationListTable;
import jp.shomei.ca.crl.RevocationLists;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.Registration;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.status.SerialStatus;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevokeAsPublished;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredAuthorityTest {

    private static final String KNOWN = "4f0c2b7a9d1e8356a0b4c7d2e9f13586";
    private static final String ISSUED_SINCE = "5f0c2b7a9d1e8356a0b4c7d2e9f13586";
    private static final Instant THEN = Instant.parse("2021-03-09T01:02:03Z");
    private static final PublicAddresses DIVIDED = new PublicAddresses(TestAuthority.ADDRESSES.publicUrl(), 4);

    @TempDir
    Path directory;

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final DataSource lost = TestAuthority.memoryDatabase();
    private final DataSource restored = TestAuthority.memoryDatabase();
    private CertificateAuthority authority;
    private String issuer;

    @BeforeEach
    void begin() {
        AuthorityStart start = TestAuthority.start(TestAuthority.memoryDatabase());
        SecretDirectory files = start.directory(directory.resolve("authority"), TestAuthority.ORGANIZATION);
        authority = start.authority(files);
        issuer = KeyIdentifiers.hexOfIssuer(authority.issuing());
    }

    @Test
    void revokesWhatThePublishedListKnowsAndTheBackupDoesNot() throws Exception {
        register(lost, KNOWN, 0);
        register(lost, ISSUED_SINCE, 0);
        revoke(lost, KNOWN, RevocationReason.KEY_COMPROMISE);
        revoke(lost, ISSUED_SINCE, RevocationReason.UNSPECIFIED);
        byte[] published = publish(lost, TestAuthority.ADDRESSES, null);
        register(restored, KNOWN, 0);

        ListReport report = after().take(published);

        assertThat(report.entries()).isEqualTo(2);
        assertThat(report.again()).containsExactly(KNOWN);
        assertThat(report.unknown()).containsExactly(ISSUED_SINCE);
        assertThat(new CertificateRegister(restored).find(KNOWN).orElseThrow().revocation())
                .contains(new Revocation(KNOWN, THEN, RevocationReason.KEY_COMPROMISE));
        assertThat(serials(publish(restored, TestAuthority.ADDRESSES, null)))
                .containsExactlyInAnyOrder(KNOWN, ISSUED_SINCE);
        assertThat(after().take(published).again()).as("a second time").isEmpty();
    }

    @Test
    void keepsWhatIsUnknownOnThePartitionItWasOn() throws Exception {
        register(lost, ISSUED_SINCE, 2);
        revoke(lost, ISSUED_SINCE, RevocationReason.SUPERSEDED);
        byte[] published = publish(lost, DIVIDED, 2);

        after().take(published);

        assertThat(serials(publish(restored, DIVIDED, 2))).containsExactly(ISSUED_SINCE);
    }

    @Test
    void numbersEveryListAboveAllThatWerePublishedSinceTheBackup() throws Exception {
        long backedUp = number(publish(restored, TestAuthority.ADDRESSES, null));

        after().skipNumbers();

        assertThat(number(publish(restored, TestAuthority.ADDRESSES, null)))
                .as("the list is made anew though nothing was revoked and it is of today")
                .isEqualTo(backedUp + 1_000_000_000_001L);
    }

    @Test
    void dropsTheKeysMadeAhead() throws Exception {
        KeyPool pool = new KeyPool(
                restored,
                new EscrowCipher(new byte[32], TestAuthority.RANDOM),
                TestAuthority.PROFILES.named("ec-p256"),
                TestAuthority.RANDOM,
                4,
                () -> true);
        pool.start();
        try {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (pool.ready() < 4) {
                assertThat(System.nanoTime()).as("filled in time").isLessThan(end);
                LockSupport.parkNanos(5_000_000);
            }
        } finally {
            pool.stop();
        }

        after().dropPooledKeys();

        assertThat(pool.ready()).isZero();
    }

    @Test
    void readsAlsoPem() throws Exception {
        byte[] published = publish(lost, TestAuthority.ADDRESSES, null);
        String pem = "-----BEGIN X509 CRL-----\n"
                + Base64.getMimeEncoder().encodeToString(published)
                + "\n-----END X509 CRL-----\n";
        assertThat(after().take(pem.getBytes(StandardCharsets.US_ASCII)).entries())
                .isZero();
    }

    @Test
    void refusesWhatIsNoListOfThisAuthority() throws Exception {
        register(lost, KNOWN, 0);
        revoke(lost, KNOWN, RevocationReason.UNSPECIFIED);
        byte[] published = publish(lost, TestAuthority.ADDRESSES, null);
        byte[] cut = Arrays.copyOf(published, published.length - 10);
        byte[] altered = published.clone();
        altered[altered.length - 1] ^= 1;
        for (byte[] bad : List.of(new byte[0], "hello".getBytes(StandardCharsets.US_ASCII), cut, altered)) {
            assertThatThrownBy(() -> after().take(bad)).isInstanceOf(ListRefused.class);
        }
        assertThatThrownBy(() -> new RestoredAuthority(restored, directory.resolve("nothing")).take(published))
                .isInstanceOf(ListRefused.class)
                .hasMessageContaining("not signed by any issuing certificate");
        assertThat(new CertificateRegister(restored).find(KNOWN)).isEmpty();
    }

    @Test
    void putsOnRecordAgainWhatTheHistoryKnowsAndKeepsTheRest() throws Exception {
        register(lost, KNOWN, 0);
        register(lost, ISSUED_SINCE, 0);
        revoke(lost, KNOWN, RevocationReason.KEY_COMPROMISE);
        revoke(lost, ISSUED_SINCE, RevocationReason.UNSPECIFIED);
        register(restored, KNOWN, 0);
        after().take(publish(lost, TestAuthority.ADDRESSES, null));
        List<Object> commands = new ArrayList<>();
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(RevokeAsPublished.class.getName(), message -> commands.add(message.getPayload()));
        CertificateRegister register = new CertificateRegister(restored);
        PublishedRevocationTable table = new PublishedRevocationTable(restored);
        boolean[] caughtUp = {false};
        PublishedRevocationsRun run = new PublishedRevocationsRun(
                table,
                register,
                new RegisterCatchUp(() -> caughtUp[0]),
                DefaultCommandGateway.builder().commandBus(bus).build());

        assertThatThrownBy(() -> run.run(LocalDate.EPOCH)).isInstanceOf(IllegalStateException.class);
        caughtUp[0] = true;
        run.run(LocalDate.EPOCH);
        run.run(LocalDate.EPOCH);

        assertThat(commands)
                .containsExactly(
                        new RevokeAsPublished("202103100000001", KNOWN, RevocationReason.KEY_COMPROMISE, THEN));
        assertThat(table.after("", 10)).extracting(Revocation::serialNumber).containsExactly(ISSUED_SINCE);
        assertThat(register.find(ISSUED_SINCE).orElseThrow().state()).isEqualTo(SerialStatus.State.REVOKED);
    }

    private RestoredAuthority after() {
        return new RestoredAuthority(restored, directory.resolve("authority"));
    }

    private void register(DataSource database, String serial, int partition) {
        new CertificateRegister(database)
                .prepared(new Registration(
                        serial,
                        issuer,
                        "202103100000001",
                        1,
                        "0".repeat(64),
                        partition == 0 ? null : partition,
                        partition == 0 ? null : DIVIDED.list(issuer, partition),
                        THEN.plus(Duration.ofDays(1000))));
    }

    private void revoke(DataSource database, String serial, RevocationReason reason) {
        new CertificateRegister(database)
                .revoked(new Revocation(serial, THEN, reason), "0".repeat(64), "202103100000001", issuer);
    }

    private byte[] publish(DataSource database, PublicAddresses addresses, Integer partition) {
        RevocationListTable table = new RevocationListTable(database);
        new RevocationLists(
                        authority,
                        new CertificateRegister(database),
                        table,
                        addresses,
                        clock,
                        Duration.ofHours(72),
                        RevocationSteps.UNOBSERVED)
                .publishDue();
        return Base64.getDecoder()
                .decode(new FindRevocationListHandler(table, authority)
                        .handle(new FindRevocationList(issuer, partition))
                        .orElseThrow()
                        .list());
    }

    private static List<String> serials(byte[] list) throws Exception {
        List<String> serials = new ArrayList<>();
        for (Object entry : new X509CRLHolder(list).getRevokedCertificates()) {
            serials.add(((X509CRLEntryHolder) entry).getSerialNumber().toString(16));
        }
        return serials;
    }

    private static long number(byte[] list) throws Exception {
        return ASN1Integer.getInstance(new X509CRLHolder(list)
                        .getExtension(Extension.cRLNumber)
                        .getParsedValue())
                .longValueExact();
    }
}
