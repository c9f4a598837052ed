package jp.shomei.ca;

import java.net.URI;
import java.time.Duration;

/**
 * What an operator sets about how certificates' status is published.
 *
 * @param publicUrl where this system is reached from outside; it is signed into every certificate
 * @param listPartitions into how many revocation lists the certificates of an issuer are divided; 1 for no division
 * @param listLifetime from one revocation list to when the next must have come, 1 hour to 30 days
 * @param answerLifetime how long an OCSP answer may be relied on, 10 minutes to 7 days
 */
public record StatusProperties(URI publicUrl, int listPartitions, Duration listLifetime, Duration answerLifetime) {

    private static final Duration SHORTEST_LIST = Duration.ofHours(1);
    private static final Duration LONGEST_LIST = Duration.ofDays(30);
    private static final Duration SHORTEST_ANSWER = Duration.ofMinutes(10);
    private static final Duration LONGEST_ANSWER = Duration.ofDays(7);

    public StatusProperties {
        requireWithin(listLifetime, SHORTEST_LIST, LONGEST_LIST, "the lifetime of a revocation list");
        requireWithin(answerLifetime, SHORTEST_ANSWER, LONGEST_ANSWER, "the lifetime of an OCSP answer");
    }

    private static void requireWithin(Duration lifetime, Duration shortest, Duration longest, String name) {
        if (lifetime.compareTo(shortest) < 0 || lifetime.compareTo(longest) > 0) {
            throw new IllegalArgumentException(name + " must be from " + shortest + " to " + longest);
        }
    }
}
