package jp.shomei.ca.reference;

import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DeriveReferenceIds.Edition;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;

/** Derives the reference IDs that the mailroom prints. */
public final class ReferenceIdsQueryHandler {

    private static final int MOST = 1_000;

    private final ReferenceIds references;

    public ReferenceIdsQueryHandler(ReferenceIds references) {
        this.references = references;
    }

    @QueryHandler
    public ReferenceIdsView handle(DeriveReferenceIds query) {
        if (query.editions().size() > MOST) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        return new ReferenceIdsView(query.editions().stream()
                .distinct()
                .collect(Collectors.toMap(
                        Edition::requestId, edition -> references.of(edition.requestId(), edition.edition()))));
    }
}
