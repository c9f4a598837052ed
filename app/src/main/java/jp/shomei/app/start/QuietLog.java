package jp.shomei.app.start;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps the log of commands that start no system to warnings. */
public final class QuietLog {

    private QuietLog() {}

    /** Sets it. */
    public static void set() {
        LoggingSystem.get(QuietLog.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
