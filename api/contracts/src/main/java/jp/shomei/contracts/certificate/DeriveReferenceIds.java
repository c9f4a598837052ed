package jp.shomei.contracts.certificate;

import java.util.List;

/**
 * Asks the authority for the reference IDs to be printed on a notice; answered with a {@link ReferenceIdsView}. Only the
 * mailroom may see them.
 *
 * @param requestIds at most a few hundred
 */
public record DeriveReferenceIds(List<String> requestIds) {

    public DeriveReferenceIds {
        requestIds = List.copyOf(requestIds);
    }
}
