package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for billing has a clerk type works, line by line. */
class BillingIT {

    @TempDir
    Path scratch;

    @Test
    void itsLinesTakeTheFeesOfAprilToTheirLastYen() throws Exception {
        try (RunningShomei shomei =
                RunningShomei.start(scratch.resolve("data"), "--shomei.clock=2024-04-10T09:00:00+09:00")) {
            assertThat(DocumentedLines.type("docs/billing.md", shomei, scratch))
                    .contains("\"registered\":3", "\"recorded\":3")
                    .contains("\"totals\":{\"DEDUCTION\":4506,\"PAYMENT_SLIP\":2253}")
                    .contains("ledger.csv: OK")
                    .contains("\"type\":\"PostageIncurred\"")
                    .contains("\"2024-06\",\"2024-06\",\"1\",\"0119900017\",\"証明クリニック\",\"01\",\"2253\"")
                    .contains("\"証明協会けんぽ支部\"", "%PDF-1.")
                    .contains("RESULTS_HAVE_BAD_LINES", "\"repeated\":false", "\"repeated\":true")
                    .contains("\"status\":\"DEDUCTED\"", "\"status\":\"PAID\"", "\"total\":0")
                    .contains("\"2024-06\",\"2024-07\",\"2\",\"4669900195\"")
                    .contains("\"type\":\"FeeOverdue\"", "\"kind\":\"FEE_OVERDUE\"", "\"kind\":\"CERTIFICATE_REVOKED\"")
                    .contains("\"amount\":-753");
        }
    }
}
