package jp.shomei.ca.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class BlockedKeysTest {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final Instant NOON = Instant.parse("2021-03-10T03:00:00Z");

    private final DataSource database;
    private final BlockedKeys blocked;

    BlockedKeysTest(TestStore kind) {
        database = kind.newDatabase();
        blocked = new BlockedKeys(database);
    }

    @Test
    void letKeysBeUntilTheyAreBlocked() {
        assertThat(blocked.isBlocked(KEY)).isFalse();
        blocked.block(KEY, "key compromise", NOON);
        assertThat(blocked.isBlocked(KEY)).isTrue();
        assertThat(blocked.isBlocked("f".repeat(64))).isFalse();
    }

    @Test
    void areKeptForAsLongAsTheDatabase() {
        blocked.block(KEY, "key compromise", NOON);
        assertThat(new BlockedKeys(database).isBlocked(KEY)).isTrue();
    }

    @Test
    void keepTheFirstReason() {
        blocked.block(KEY, "key compromise", NOON);
        blocked.block(KEY, "found on the internet", NOON.plusSeconds(1));
        List<String> reasons = JdbcClient.create(database)
                .sql(
                        "SELECT reason FROM blocked_key WHERE blocked_at = TIMESTAMP WITH TIME ZONE '2021-03-10 03:00:00+00:00'")
                .query(String.class)
                .list();
        assertThat(reasons).containsExactly("key compromise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void takeNothingThatWouldBlockNothing(String digest) {
        assertThatThrownBy(() -> blocked.block(digest, "key compromise", NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blocked.isBlocked(digest)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needAReason() {
        assertThatThrownBy(() -> blocked.block(KEY, " ", NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blocked.block(KEY, "x".repeat(201), NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
