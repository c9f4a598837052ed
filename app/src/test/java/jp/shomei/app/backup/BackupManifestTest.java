package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupManifestTest {

    private static final BackupManifest.History HISTORY = new BackupManifest.History(2, 2L, "id", Instant.EPOCH, "ab");

    @Test
    void tellsOfTheSameHistoryAlone() {
        assertThat(version(BackupManifest.VERSION).tellsOf(HISTORY)).isTrue();
        assertThat(version(BackupManifest.VERSION).tellsOf(HISTORY.withSha256("cd")))
                .isFalse();
    }

    @Test
    void ofTheFirstVersionHasADigestThatNobodyMakesAnyMore() {
        BackupManifest first = version(1);
        assertThat(first.tellsOf(HISTORY.withSha256("cd"))).isTrue();
        assertThat(first.tellsOf(new BackupManifest.History(3, 2L, "id", Instant.EPOCH, "ab")))
                .isFalse();
    }

    private static BackupManifest version(int version) {
        return new BackupManifest(BackupManifest.FORMAT, version, "0.1.0", Instant.EPOCH, HISTORY, List.of());
    }
}
