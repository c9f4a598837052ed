package jp.shomei.command.time;

import java.time.Duration;

/** How somebody who waits lets time pass. */
public interface Pauses {

    /** Real time. */
    Pauses REAL = new Pauses() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            Thread.sleep(length);
        }
    };

    /** The time since some moment that stays the same. */
    Duration now();

    /**
     * Returns when this has passed.
     *
     * @throws InterruptedException if the caller is interrupted before
     */
    void pause(Duration length) throws InterruptedException;
}
