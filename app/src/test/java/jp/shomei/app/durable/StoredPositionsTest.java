package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.start.DataDirectory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class StoredPositionsTest {

    @TempDir
    Path scratch;

    private final AnnotationConfigApplicationContext store = new AnnotationConfigApplicationContext();
    private StoredPositions positions;

    @BeforeEach
    void start() {
        store.registerBean(DataDirectory.class, () -> DataDirectory.open(scratch.resolve("data")));
        store.register(DurableStore.class, Messaging.class);
        store.refresh();
        positions = store.getBean(StoredPositions.class);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void aGroupIsWhereItsLastSegmentIs() {
        segments(2, new GlobalSequenceTrackingToken(5));
        store.getBean(TransactionManager.class).executeInTransaction(() -> store.getBean(TokenStore.class)
                .storeToken(new GlobalSequenceTrackingToken(9), "group", 1));

        assertThat(positions.of("group")).hasValue(5);
    }

    @Test
    void aGroupThatHasSeenNoEventIsBeforeTheFirst() {
        segments(1, null);

        assertThat(positions.of("group")).hasValue(-1);
    }

    @Test
    void aGroupThatNeverRanIsNowhere() {
        assertThat(positions.of("group")).isEmpty();
    }

    private void segments(int count, @Nullable TrackingToken token) {
        store.getBean(TransactionManager.class).executeInTransaction(() -> store.getBean(TokenStore.class)
                .initializeTokenSegments("group", count, token));
    }
}
