package jp.shomei.app.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoSettingTest {

    @Test
    void whatTheReadModelsRelyOnIsNotForTheAddressToChange() {
        MongoSetting setting = MongoSetting.of(
                "mongodb://one,two/kept?w=1&journal=false&readConcernLevel=local&readPreference=nearest");

        assertThat(setting.client().getWriteConcern().getWString()).isEqualTo("majority");
        assertThat(setting.client().getWriteConcern().getJournal()).isTrue();
        assertThat(setting.client().getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(setting.client().getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(setting.database()).isEqualTo("kept");
        assertThat(setting.hosts()).isEqualTo("one, two");
    }

    @Test
    void theAddressMaySetTimeOutsTlsAndTheNumberOfConnections() {
        MongoSetting setting = MongoSetting.of(
                "mongodb://one/?serverSelectionTimeoutMS=700&socketTimeoutMS=900&maxPoolSize=7&tls=true");

        assertThat(setting.client().getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(700);
        assertThat(setting.client().getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(900);
        assertThat(setting.client().getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(setting.client().getSslSettings().isEnabled()).isTrue();
        assertThat(setting.database()).isEqualTo("shomei");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://user:geheim@one/",
                "mongodb://user:geheim@one:port/",
                "mongodb://us@er:geheim@one/",
                "mongodb://user:geheim@one/?w=geheim&tls=maybe&tlsInsecure=true&ssl=false",
                "geheim"
            })
    void anAddressThatIsNoneIsNotRepeated(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> MongoSetting.of(address))
                .withMessageContaining("spring.mongodb.uri")
                .withMessageNotContaining("geheim")
                .withNoCause();
    }

    @Test
    void credentialsAreNotPrinted() {
        assertThat(MongoSetting.of("mongodb://user:geheim@one/")).asString().doesNotContain("geheim");
    }
}
