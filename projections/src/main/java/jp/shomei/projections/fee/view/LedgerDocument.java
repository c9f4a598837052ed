package jp.shomei.projections.fee.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.LedgerEvent;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a month: the sum of its events.
 *
 * @param ledgerId the ledger
 * @param version sequence number of the last event taken in
 * @param state how far closing it is
 * @param closed what was fixed when it was closed; none until then
 * @param accepted the digests of the lists of results that were accepted, in order
 * @param open the lists of results that are not yet on their bills, in order
 */
public record LedgerDocument(
        @BsonId String ledgerId,
        long version,
        LedgerView.State state,
        @Nullable Closed closed,
        List<String> accepted,
        List<OpenList> open)
        implements VersionedDocument {

    public LedgerDocument {
        accepted = List.copyOf(accepted);
        open = List.copyOf(open);
    }

    /**
     * What was fixed.
     *
     * @param on the day in Japan
     * @param totals its totals
     * @param sha256 the digest of its file
     */
    public record Closed(LocalDate on, ClosedTotals totals, String sha256) {}

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the ledger's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static LedgerDocument on(@Nullable LedgerDocument before, LedgerEvent event, long sequence) {
        if (before != null) {
            return before.after(event, sequence);
        }
        if (event instanceof LedgerClosingBegun begun) {
            return new LedgerDocument(begun.ledgerId(), sequence, LedgerView.State.CLOSING, null, List.of(), List.of());
        }
        throw new IllegalStateException(
                "a history cannot begin with " + event.getClass().getSimpleName());
    }

    /** The billing month. */
    public BillingMonth month() {
        return LedgerId.month(ledgerId);
    }

    /** The list with this digest that is not yet on its bills, if there is one. */
    public Optional<OpenList> open(String sha256) {
        return open.stream().filter(list -> list.sha256().equals(sha256)).findFirst();
    }

    @Override
    public String id() {
        return ledgerId;
    }

    private LedgerDocument after(LedgerEvent event, long sequence) {
        return switch (event) {
            case LedgerClosingBegun again -> throw new IllegalStateException("LedgerClosingBegun cannot happen twice");
            case LedgerClosed sealed ->
                new LedgerDocument(
                        ledgerId,
                        sequence,
                        LedgerView.State.CLOSED,
                        new Closed(sealed.closedOn(), ClosedTotals.of(sealed.totals()), sealed.sha256()),
                        accepted,
                        open);
            case ResultsAccepted part ->
                new LedgerDocument(ledgerId, sequence, state, closed, acceptedWith(part), openWith(part));
            case ResultsApplied applied ->
                new LedgerDocument(ledgerId, sequence, state, closed, accepted, without(applied.sha256()));
        };
    }

    private List<String> acceptedWith(ResultsAccepted part) {
        return Stream.concat(accepted.stream(), Stream.of(part.sha256()))
                .distinct()
                .toList();
    }

    private List<OpenList> openWith(ResultsAccepted part) {
        if (open(part.sha256()).isEmpty()) {
            return Stream.concat(open.stream(), Stream.of(OpenList.of(part))).toList();
        }
        return open.stream()
                .map(list -> list.sha256().equals(part.sha256()) ? list.more() : list)
                .toList();
    }

    private List<OpenList> without(String sha256) {
        return open.stream().filter(list -> !list.sha256().equals(sha256)).toList();
    }
}
