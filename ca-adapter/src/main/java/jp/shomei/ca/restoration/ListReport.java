package jp.shomei.ca.restoration;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What became of a published revocation list.
 *
 * @param number its CRL number
 * @param thisUpdate from when it is
 * @param entries how many serial numbers are on it
 * @param again serial numbers that were not revoked here and are now
 * @param unknown serial numbers that nothing is known of here; they stay revoked too
 */
public record ListReport(BigInteger number, Instant thisUpdate, int entries, List<String> again, List<String> unknown) {

    public ListReport {
        again = List.copyOf(again);
        unknown = List.copyOf(unknown);
    }
}
