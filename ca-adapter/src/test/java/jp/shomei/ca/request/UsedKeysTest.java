package jp.shomei.ca.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class UsedKeysTest {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String REQUEST_ID = "202103100000001";

    private final DataSource database;
    private final UsedKeys used;

    UsedKeysTest(TestStore kind) {
        database = kind.newDatabase();
        used = new UsedKeys(database);
    }

    @Test
    void goToWhoeverClaimsThem() {
        assertThat(used.claim(KEY, REQUEST_ID, 0)).isTrue();
        assertThat(used.claim("f".repeat(64), REQUEST_ID, 0)).isTrue();
    }

    @Test
    void goToOneOfManyWhoClaimThemAtOnce() throws Exception {
        int claimants = 8;
        CyclicBarrier start = new CyclicBarrier(claimants);
        List<Callable<Boolean>> claims = IntStream.range(0, claimants)
                .<Callable<Boolean>>mapToObj(generation -> () -> {
                    UsedKeys mine = new UsedKeys(database);
                    start.await(10, TimeUnit.SECONDS);
                    return mine.claim(KEY, REQUEST_ID, generation);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(claimants)) {
            int won = 0;
            for (Future<Boolean> claim : threads.invokeAll(claims, 30, TimeUnit.SECONDS)) {
                won += claim.get(1, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Nested
    class OnceClaimed {

        OnceClaimed() {
            used.claim(KEY, REQUEST_ID, 1);
        }

        @Test
        void stayWithTheSameCertificateWhenItIsTriedAgain() {
            assertThat(used.claim(KEY, REQUEST_ID, 1)).isTrue();
        }

        @Test
        void stayWithItAfterARestart() {
            assertThat(new UsedKeys(database).claim(KEY, REQUEST_ID, 1)).isTrue();
            assertThat(new UsedKeys(database).claim(KEY, REQUEST_ID, 2)).isFalse();
        }

        @Test
        void areRefusedToTheNextGeneration() {
            assertThat(used.claim(KEY, REQUEST_ID, 2)).isFalse();
        }

        @Test
        void areRefusedToAnotherRequest() {
            assertThat(used.claim(KEY, "202103100000002", 1)).isFalse();
        }
    }
}
