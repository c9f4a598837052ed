package jp.shomei.ca.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.RevocationStep;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.teststores.TestStore;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two that publish from one database, as while one process takes over from another. */
@ParameterizedClass
@EnumSource(TestStore.class)
class RevocationListsOfTwoProcessesTest {

    private static final int REVOCATIONS = 40;

    private final DataSource database;
    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final List<Fetched> fetched = new ArrayList<>();

    RevocationListsOfTwoProcessesTest(TestStore kind) {
        database = kind.newDatabase();
    }

    /** A list as somebody could fetch it. */
    private record Fetched(long number, byte[] list, Set<BigInteger> revoked) {}

    @Test
    void everyNumberIsOneListAndAGreaterOneKnowsMore() throws Exception {
        try (var processes = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> both = List.of(process(0), process(1));
            for (Future<Void> end : processes.invokeAll(both)) {
                end.get();
            }
        }
        lists().publishDue();

        assertThat(fetched.getLast().revoked()).hasSize(2 * REVOCATIONS);
        assertThat(fetched).hasSizeGreaterThan(REVOCATIONS);
        for (int index = 1; index < fetched.size(); index++) {
            Fetched before = fetched.get(index - 1);
            Fetched after = fetched.get(index);
            assertThat(after.number()).isGreaterThanOrEqualTo(before.number());
            assertThat(after.revoked()).as("number %s", after.number()).containsAll(before.revoked());
            if (after.number() == before.number()) {
                assertThat(after.list()).isEqualTo(before.list());
            }
        }
    }

    private Callable<Void> process(int first) {
        CertificateRegister register = new CertificateRegister(database);
        RevocationLists lists = lists();
        return () -> {
            for (int number = 0; number < REVOCATIONS; number++) {
                register.revoked(
                        new Revocation(
                                Integer.toHexString(1000 + 2 * number + first),
                                clock.instant(),
                                RevocationReason.SUPERSEDED),
                        "key",
                        "202103100000001",
                        Register.ISSUER);
                lists.publishDue();
            }
            return null;
        };
    }

    private RevocationLists lists() {
        RevocationListTable table = new RevocationListTable(database);
        RevocationSteps fetching = (step, list) -> {
            if (step == RevocationStep.AFTER_PUBLICATION) {
                fetch(table);
            }
        };
        return new RevocationLists(
                TestAuthority.authority(),
                new CertificateRegister(database),
                table,
                TestAuthority.ADDRESSES,
                clock,
                Duration.ofHours(72),
                fetching);
    }

    private synchronized void fetch(RevocationListTable table) {
        table.newest(Register.ISSUER, null)
                .flatMap(newest -> table.list(Register.ISSUER, null, newest.number()))
                .map(RevocationListsOfTwoProcessesTest::read)
                .ifPresent(fetched::add);
    }

    private static Fetched read(byte[] encoded) {
        try {
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
            long number = ASN1Integer.getInstance(new X509CRLHolder(encoded)
                            .getExtension(Extension.cRLNumber)
                            .getParsedValue())
                    .longValueExact();
            return new Fetched(
                    number,
                    encoded,
                    Optional.ofNullable(list.getRevokedCertificates()).orElse(Set.of()).stream()
                            .map(X509CRLEntry::getSerialNumber)
                            .collect(Collectors.toSet()));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
