package jp.shomei.http.fee;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Records what the payment system reports, all of it or nothing. A file is known by its bytes: sent again, it changes
 * nothing, even if its lines have long ceased to fit. A file that leaves open which deduction or which day it is about says
 * something else another day, and is known by its bytes and the day. What is sent as JSON has no bytes of its own: the same
 * may rightly be said again.
 */
final class PaymentResults {
    private static final Duration CHECKING = Duration.ofMinutes(5);
    private static final Duration RECORDING = Duration.ofMinutes(30);
    private final Gateways gateways;
    private final Clock clock;

    PaymentResults(Gateways gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * On whose behalf.
     *
     * @param origin who sent the list
     * @param seen what the sender has seen recorded
     */
    record Sender(Origin origin, Optional<Recorded> seen) {}

    /** Records a file; blocks until it is done. */
    ResultsReport record(BillingMonth month, Path file, Optional<Charset> declared, Sender sender) throws Exception {
        LocalDate today = JapanTime.today(clock);
        ResultList list = ResultList.of(file, declared, today);
        return record(month, digest(file, list.isExplicit() ? "" : today.toString()), list, sender);
    }

    /** Records an array; blocks until it is done. */
    ResultsReport record(BillingMonth month, List<@Nullable ResultForm> forms, Sender sender) throws Exception {
        ResultList list = ResultList.of(forms, JapanTime.today(clock));
        return record(month, digest(list.lines()), list, sender);
    }

    private ResultsReport record(BillingMonth month, String sha256, ResultList list, Sender sender) throws Exception {
        ResultFaults found = ask(new CheckResults(month, list.lines()), ResultFaults.class, sender);
        if (!found.faults().isEmpty() && !ask(new FindResults(month, sha256), Boolean.class, sender)) {
            requireClosed(month, sender);
            list.refuse(found.faults());
        }
        return gateways.sendAndWait(
                new RecordResults(month, sha256, list.lines()), ResultsReport.class, sender.origin(), RECORDING);
    }

    /** In a month that is not closed no line need fit, and that is all there is to say. */
    private void requireClosed(BillingMonth month, Sender sender) throws Exception {
        switch (ask(new FindLedger(month, false), LedgerView.class, sender).state()) {
            case OPEN -> throw Refused.because(ErrorCode.LEDGER_OPEN);
            case CLOSING -> throw Refused.because(ErrorCode.LEDGER_CLOSING);
            case CLOSED -> {}
        }
    }

    private <R> R ask(Object query, Class<R> answer, Sender sender) throws Exception {
        return gateways.askAndWait(query, answer, sender.origin(), sender.seen(), CHECKING);
    }

    private static String digest(Path file, String day) throws IOException {
        MessageDigest digest = Sha256.begin();
        digest.update(day.getBytes(StandardCharsets.UTF_8));
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Sha256.hex(digest);
    }

    private String digest(List<ResultLine> lines) {
        MessageDigest digest = Sha256.begin();
        digest.update(clock.instant().toString().getBytes(StandardCharsets.UTF_8));
        for (ResultLine line : lines) {
            String attempt = line.attempt() == null ? "" : line.attempt().toString();
            String row = "\n"
                    + String.join(
                            ",",
                            line.institution().value(),
                            attempt,
                            line.outcome().name(),
                            line.on().toString());
            digest.update(row.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(digest);
    }
}
