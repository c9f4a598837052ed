package jp.shomei.contracts.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.MessageSerializer;
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
        String written = WRITTEN.serialize(this, String.class).getData();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
