package jp.shomei.projections.notice.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * On which notices a certificate's box is.
 *
 * @param requestId the certificate
 * @param notices the notice of each edition, by its number
 */
public record EnclosureDocument(@BsonId String requestId, Map<String, String> notices) {

    /** The notices, the newest edition (再発行) first. */
    public List<String> newestFirst() {
        return notices.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> edition) -> Integer.parseInt(edition.getKey()))
                        .reversed())
                .map(Map.Entry::getValue)
                .toList();
    }
}
