package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Wakes the sender, so that a mail leaves as soon as it is on record. */
public final class MailBell {

    private final Semaphore rung = new Semaphore(0);

    /** Rings once what is being recorded on this thread can be seen by others; now, if nothing is. */
    void ringOnceOnRecord() {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(done -> ring());
        } else {
            ring();
        }
    }

    /** Rings now. */
    void ring() {
        rung.release();
    }

    /** Returns when it rings or has rung since it was last waited for, at the latest after so long. */
    void await(Duration longest) throws InterruptedException {
        rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
    }
}
