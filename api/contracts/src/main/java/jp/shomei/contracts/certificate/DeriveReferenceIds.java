package jp.shomei.contracts.certificate;

import java.util.List;

/**
 * Asks the authority for the reference IDs to be printed on a notice; answered with a {@link ReferenceIdsView}. Only the
 * mailroom may see them.
 *
 * @param editions at most a few hundred
 */
public record DeriveReferenceIds(List<Edition> editions) {

    public DeriveReferenceIds {
        editions = List.copyOf(editions);
    }

    /**
     * One box.
     *
     * @param requestId リクエストID
     * @param edition the edition of the notice, from 1
     */
    public record Edition(String requestId, int edition) {}
}
