package jp.shomei.ca.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts while the walk goes on. Keeps, and logs, the first hundred findings and no more. */
final class RecheckTally {

    static final int MOST_FINDINGS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RecheckTally.class);

    private final List<RecheckFinding> findings = new ArrayList<>();
    private long checked;
    private long revoked;
    private long flawed;

    void add(StoredCertificate certificate, List<RecheckFinding> found) {
        checked++;
        revoked += certificate.revoked() ? 1 : 0;
        flawed += found.isEmpty() ? 0 : 1;
        found.stream().limit(MOST_FINDINGS - findings.size()).forEach(finding -> {
            findings.add(finding);
            LOG.warn(
                    "Certificate {} of request {} on file: {}: {}",
                    finding.serialNumber(),
                    finding.requestId(),
                    finding.lint(),
                    finding.detail());
        });
    }

    RecheckReport report(LocalDate day, Instant finishedAt, boolean complete) {
        return new RecheckReport(day, finishedAt, complete, checked, revoked, flawed, findings);
    }
}
