package jp.shomei.command.fee;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.Aside;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.ResultsReport;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** Takes lists of results in, one at a time. */
public final class ResultsDesk {

    private static final Duration TURN_WAIT = Duration.ofMinutes(10);

    private final ResultsRecording recording;
    private final Aside aside;
    private final Semaphore turn = new Semaphore(1);

    /** @param aside where it is done; for nothing else */
    public ResultsDesk(ResultsRecording recording, Aside aside) {
        this.recording = recording;
        this.aside = aside;
    }

    @CommandHandler
    public ResultsReport handle(RecordResults command, MetaData sender) throws Exception {
        if (!turn.tryAcquire()) {
            throw Refused.because(ErrorCode.RESULTS_RUNNING);
        }
        return aside.call(() -> {
            try {
                return recording.record(command, sender);
            } finally {
                turn.release();
            }
        });
    }

    /**
     * Goes on with lists that broke off, as soon as none is being recorded.
     *
     * @throws IllegalStateException if not all could be finished
     */
    void finish() {
        try {
            if (!turn.tryAcquire(TURN_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("results are being recorded for " + TURN_WAIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before results could be finished", stopped);
        }
        try {
            recording.finish();
        } finally {
            turn.release();
        }
    }
}
