package jp.shomei.correspondence.document;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;

/** Keeps the layout engine's chatter, which may quote documents, out of every log. Who prints still hears of it. */
final class QuietLog implements XRLogger {

    private QuietLog() {}

    static void install() {
        XRLog.setLoggerImpl(new QuietLog());
    }

    @Override
    public void log(String where, Level level, String message) {
        // nothing is written
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        // nothing is written
    }

    @Override
    public void setLevel(String logger, Level level) {
        // there is none
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return false;
    }
}
