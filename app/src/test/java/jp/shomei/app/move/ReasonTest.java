package jp.shomei.app.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import jp.shomei.app.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ReasonTest {

    @Test
    void isWhatARefusalSays() {
        assertThat(Reason.of(new MoveRefused("has no end", new SQLException("closed"))))
                .isEqualTo("has no end");
        assertThat(Reason.of(new IllegalStateException("no bean", new StartRefused("Stop it."))))
                .isEqualTo("Stop it.");
    }

    @Test
    void isWhatADatabaseSaysUnlessItRepeatsARow() {
        assertThat(Reason.of(new SQLException("connection refused", "08001"))).isEqualTo("connection refused");
        assertThat(Reason.of(new SQLException("Connection is not available"))).isEqualTo("Connection is not available");
        assertThat(Reason.of(new DataIntegrityViolationException(
                        "INSERT secret", new SQLException("Key (ciphertext)=(secret) already exists", "23505"))))
                .contains("23505")
                .doesNotContain("secret");
    }

    @Test
    void namesAFile() {
        assertThat(Reason.of(new UncheckedIOException(new NoSuchFileException("/none"))))
                .isEqualTo("NoSuchFileException: /none");
    }

    @Test
    void repeatsNothingThatCannotBeRead() {
        assertThat(Reason.of(new NumberFormatException("For input string: \"secret\"")))
                .contains("NumberFormatException")
                .doesNotContain("secret");
    }
}
