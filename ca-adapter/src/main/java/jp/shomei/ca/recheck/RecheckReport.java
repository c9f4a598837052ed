package jp.shomei.ca.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a walk over the certificates on file found.
 *
 * @param day the day in Japan for which it was made
 * @param finishedAt when it ended
 * @param complete whether every certificate was looked at; if not, the file could not be read to its end
 * @param checked how many certificates were looked at
 * @param revoked how many of them are revoked
 * @param flawed how many of them have findings
 * @param findings the first findings, up to 100
 */
public record RecheckReport(
        LocalDate day,
        Instant finishedAt,
        boolean complete,
        long checked,
        long revoked,
        long flawed,
        List<RecheckFinding> findings) {

    public RecheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing an operator should look at. */
    public boolean isSound() {
        return complete && flawed == 0;
    }
}
