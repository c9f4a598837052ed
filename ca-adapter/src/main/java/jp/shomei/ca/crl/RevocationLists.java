package jp.shomei.ca.crl;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.lint.RevocationListLinter;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.RevocationStep;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every revocation list that is due: a new day has begun, a third of the old one's lifetime has passed, something was
 * revoked that it does not know of, or there is none. Each issuer has a complete list and, where certificates are divided,
 * one for each partition.
 */
public final class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final int LISTS_IN_A_LIFETIME = 3;

    private final CertificateAuthority authority;
    private final CertificateRegister register;
    private final RevocationListTable table;
    private final RevocationListLinter linter;
    private final PublicAddresses addresses;
    private final Clock clock;
    private final Duration lifetime;
    private final RevocationSteps steps;

    /**
     * @param lifetime from one list to when the next must have come
     */
    public RevocationLists(
            CertificateAuthority authority,
            CertificateRegister register,
            RevocationListTable table,
            PublicAddresses addresses,
            Clock clock,
            Duration lifetime,
            RevocationSteps steps) {
        this.authority = authority;
        this.register = register;
        this.table = table;
        this.linter = new RevocationListLinter(clock, lifetime);
        this.addresses = addresses;
        this.clock = clock;
        this.lifetime = lifetime;
        this.steps = steps;
    }

    /**
     * Publishes what is due. One list that fails does not keep the others back; but an issuer whose key cannot be used is
     * asked once, since each answer may be long in coming.
     *
     * @throws RuntimeException the last failure, after all others were tried
     */
    public synchronized void publishDue() {
        @Nullable RuntimeException failure = null;
        Set<String> away = new HashSet<>();
        for (ListScope scope : scopes()) {
            try {
                if (!away.contains(scope.issuerKeyId()) && isDue(scope)) {
                    publish(scope);
                }
            } catch (RuntimeException failed) {
                if (failed instanceof SigningFailed) {
                    away.add(scope.issuerKeyId());
                }
                LOG.warn("The revocation list {} could not be published: {}", scope, failed.toString());
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Every list there must be. */
    List<ListScope> scopes() {
        List<ListScope> scopes = new ArrayList<>();
        for (X509Certificate issuer : authority.issuers()) {
            ListScope complete = ListScope.of(issuer, null);
            scopes.add(complete);
            partitions(complete.issuerKeyId()).forEach(partition -> scopes.add(ListScope.of(issuer, partition)));
        }
        return scopes;
    }

    /** The newest list of a scope, if there is one. */
    Optional<PublishedList> newest(ListScope scope) {
        return table.newest(scope.issuerKeyId(), scope.partition());
    }

    private Set<Integer> partitions(String issuer) {
        Set<Integer> partitions = new TreeSet<>(register.partitions(issuer));
        if (addresses.partitions() > 1) {
            IntStream.range(0, addresses.partitions()).forEach(partitions::add);
        }
        return partitions;
    }

    private boolean isDue(ListScope scope) {
        Instant now = clock.instant();
        return newest(scope)
                .filter(list -> list.revision() == register.revision(scope.issuerKeyId(), scope.partition()))
                .filter(list -> !JapanTime.dayOf(list.thisUpdate()).isBefore(JapanTime.dayOf(now)))
                .filter(list -> now.isBefore(list.thisUpdate().plus(lifetime.dividedBy(LISTS_IN_A_LIFETIME))))
                .isEmpty();
    }

    private void publish(ListScope scope) {
        Draft draft = table.numbered(scope.issuerKeyId(), number -> draft(scope, number));
        steps.reached(RevocationStep.AFTER_NUMBER, scope.toString());
        PublishedList list = draft.list();
        byte[] signed = authority.sign(linter.lint(
                RevocationListTemplate.fill(scope.issuer(), list, draft.entries(), draft.points()),
                scope.issuer(),
                draft.points()));
        steps.reached(RevocationStep.AFTER_LIST_SIGNATURE, scope.toString());
        table.publish(scope, list, signed);
        steps.reached(RevocationStep.AFTER_PUBLICATION, scope.toString());
        LOG.info(
                "Published revocation list {} number {} with {} entries",
                scope,
                list.number(),
                draft.entries().size());
    }

    /**
     * The revision comes before the rest: a list never claims to know more than it does. The time is taken once the number
     * is: of two lists the one with the greater number is no older.
     */
    private Draft draft(ListScope scope, long number) {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        PublishedList list = new PublishedList(
                number, begin, begin.plus(lifetime), register.revision(scope.issuerKeyId(), scope.partition()));
        return new Draft(
                list,
                register.revocations(scope.issuerKeyId(), scope.partition(), endedBefore(scope, begin)),
                points(scope));
    }

    /**
     * Where certificates look for a list: every address that is signed into one of them, since the public URL may have
     * changed, and the one that new ones will name. A complete list is for whoever has it.
     */
    private List<String> points(ListScope scope) {
        @Nullable Integer partition = scope.partition();
        if (partition == null) {
            return List.of();
        }
        Set<String> points = new TreeSet<>(register.listAddresses(scope.issuerKeyId(), partition));
        if (partition < addresses.partitions() && addresses.partitions() > 1) {
            points.add(addresses.list(scope.issuerKeyId(), partition));
        }
        return List.copyOf(points);
    }

    /** What a list will say. */
    private record Draft(PublishedList list, List<Revocation> entries, List<String> points) {}

    /**
     * Certificates whose validity ended before this are left out: they were on a list made after their end (RFC 5280 section
     * 3.3), and for a whole lifetime, so that nobody missed it.
     */
    private Instant endedBefore(ListScope scope, Instant begin) {
        Instant aLifetimeAgo = begin.minus(lifetime);
        return newest(scope)
                .map(PublishedList::thisUpdate)
                .map(before -> before.isBefore(aLifetimeAgo) ? before : aLifetimeAgo)
                .orElse(Instant.EPOCH);
    }
}
