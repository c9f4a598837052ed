package jp.shomei.contracts.certificate;

import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.institution.InstitutionView;
import org.jspecify.annotations.Nullable;

/**
 * An application that waits for an officer.
 *
 * @param requestId リクエストID
 * @param appliedAt since when, with Japan's offset
 * @param application the application as typed
 * @param filed what the institution has on file now; absent if it has nothing
 * @param findings what screening found
 * @param duplicates open applications of the same institution for the same terminal name
 * @param endorsed whether the first of two officers has approved
 * @param review to be sent back with the decision, which then holds only if nothing here has changed
 */
public record WaitingApplicationView(
        String requestId,
        OffsetDateTime appliedAt,
        Application application,
        @Nullable InstitutionView filed,
        List<Finding> findings,
        List<String> duplicates,
        boolean endorsed,
        String review) {}
