package jp.shomei.ca.crl;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationListView;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Hands out the newest revocation lists. Each is read from the store once. */
public final class FindRevocationListHandler {

    private final RevocationListTable table;
    private final CertificateAuthority authority;
    /** No more than there are lists in the store. */
    private final Map<Scope, Held> held = new ConcurrentHashMap<>();

    public FindRevocationListHandler(RevocationListTable table, CertificateAuthority authority) {
        this.table = table;
        this.authority = authority;
    }

    @QueryHandler
    public Optional<RevocationListView> handle(FindRevocationList query) {
        String issuer = query.issuer() == null ? KeyIdentifiers.hexOfIssuer(authority.issuing()) : query.issuer();
        return newest(new Scope(issuer, query.partition()));
    }

    private Optional<RevocationListView> newest(Scope scope) {
        Optional<PublishedList> newest = table.newest(scope.issuer(), scope.partition());
        return newest.flatMap(list -> {
            @Nullable Held before = held.get(scope);
            if (before != null && before.number() == list.number()) {
                return Optional.of(before.view());
            }
            return table.list(scope.issuer(), scope.partition(), list.number()).map(der -> hold(scope, list, der));
        });
    }

    private RevocationListView hold(Scope scope, PublishedList list, byte[] der) {
        RevocationListView view = new RevocationListView(
                String.valueOf(list.number()),
                list.thisUpdate(),
                list.nextUpdate(),
                Base64.getEncoder().encodeToString(der));
        held.put(scope, new Held(list.number(), view));
        return view;
    }

    /** Which list. */
    private record Scope(String issuer, @Nullable Integer partition) {}

    /** A list in memory. */
    private record Held(long number, RevocationListView view) {}
}
