package jp.shomei.ca.reference;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class ReferenceEditionsTest {

    private static final String REQUEST_ID = "202103100000001";

    private final DataSource database;
    private final ReferenceEditions editions;

    ReferenceEditionsTest(TestStore kind) {
        database = kind.newDatabase();
        editions = new ReferenceEditions(database);
    }

    @Test
    void beginWithTheFirst() {
        assertThat(editions.newestOf(REQUEST_ID)).isEqualTo(1);
    }

    @Test
    void onlyRise() {
        editions.raise(REQUEST_ID, 3);
        editions.raise(REQUEST_ID, 2);
        editions.raise(REQUEST_ID, 3);
        assertThat(editions.newestOf(REQUEST_ID)).isEqualTo(3);
        editions.raise(REQUEST_ID, 4);
        assertThat(editions.newestOf(REQUEST_ID)).isEqualTo(4);
        assertThat(editions.newestOf("202103100000002")).isEqualTo(1);
    }

    @Test
    void outliveTheProcess() {
        editions.raise(REQUEST_ID, 2);
        assertThat(new ReferenceEditions(database).newestOf(REQUEST_ID)).isEqualTo(2);
    }
}
