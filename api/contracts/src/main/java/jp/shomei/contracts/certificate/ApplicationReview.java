package jp.shomei.contracts.certificate;

import java.util.List;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.contracts.message.Sha256;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Everything an officer decides on.
 *
 * @param application the application
 * @param findings what screening found
 * @param filed what the institution has on file now; none if it has nothing
 */
public record ApplicationReview(
        Application application,
        List<Finding> findings,
        @Nullable Registration filed) {

    private static final Serializer WRITTEN = MessageSerializer.create();

    public ApplicationReview {
        findings = List.copyOf(findings);
    }

    /** What tells this review from any other: SHA-256, hexadecimal. A decision can be bound to it. */
    public String digest() {
        return Sha256.hex(WRITTEN.serialize(this, String.class).getData());
    }
}
