package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Base64;
import javax.sql.DataSource;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class KeyEscrowTest {

    private static final String REQUEST_ID = "202103100000001";
    private static final ReferenceIds REFERENCES = new ReferenceIds(new byte[32]);
    private static final LocalDate UNTIL = LocalDate.of(2021, 9, 6);

    private final TestStore kind;
    private final DataSource database;
    private final KeyEscrow escrow;

    KeyEscrowTest(TestStore kind) {
        this.kind = kind;
        database = kind.newDatabase();
        escrow = escrow();
    }

    @Test
    void keepsAKeyForAsLongAsTheDatabase() {
        KeyPair kept = escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        assertThat(escrow().find(REQUEST_ID, 1).orElseThrow().getPublic()).isEqualTo(kept.getPublic());
    }

    @Test
    void keepsTheFirstKey() {
        KeyPair first = escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        KeyPair second = escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        assertThat(second.getPublic()).isEqualTo(first.getPublic());
    }

    @Test
    void givesBothTheSameKeyWhenTwoKeepOneAtOnce() {
        KeyPair[] other = new KeyPair[1];
        KeyPair mine = escrow.keep(REQUEST_ID, 1, UNTIL, () -> {
            other[0] = escrow().keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
            return make();
        });
        assertThat(mine.getPublic()).isEqualTo(other[0].getPublic());
    }

    @Test
    void keepsAKeyForEachGeneration() {
        KeyPair first = escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        KeyPair second = escrow.keep(REQUEST_ID, 2, UNTIL, KeyEscrowTest::make);
        assertThat(second.getPublic()).isNotEqualTo(first.getPublic());
        assertThat(escrow.find(REQUEST_ID, 1).orElseThrow().getPublic()).isEqualTo(first.getPublic());
        assertThat(escrow.find(REQUEST_ID, 2).orElseThrow().getPublic()).isEqualTo(second.getPublic());
    }

    @Test
    void doesNotTakeOneGenerationsKeyForAnothers() {
        escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        JdbcClient.create(database)
                .sql("UPDATE escrowed_holder_key SET generation = 2")
                .update();
        assertThatThrownBy(() -> escrow.find(REQUEST_ID, 2)).isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void destroysTheKeysOfEarlierGenerations() {
        escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        escrow.keep(REQUEST_ID, 2, UNTIL, KeyEscrowTest::make);
        escrow.destroyBefore(REQUEST_ID, 2);
        assertThat(escrow.find(REQUEST_ID, 1)).isEmpty();
        assertThat(escrow.find(REQUEST_ID, 2)).isPresent();
    }

    @Test
    void opensKeysThatWereKeptUnderTheTypedReferenceIdBeforeThereWereGenerations() {
        DataSource old = kind.newDatabase();
        JdbcClient tables = JdbcClient.create(old);
        KeyPair pair = make();
        String typed = ReferenceIds.canonical(REFERENCES.of(REQUEST_ID, 1));
        tables.sql("CREATE TABLE escrowed_key (request_id VARCHAR(32) PRIMARY KEY,"
                        + " download_until DATE NOT NULL, ciphertext VARCHAR(8192))")
                .update();
        tables.sql("INSERT INTO escrowed_key VALUES (?, ?, ?)")
                .params(
                        REQUEST_ID,
                        UNTIL,
                        Base64.getEncoder()
                                .encodeToString(new EscrowCipher(new byte[32], TestAuthority.RANDOM)
                                        .seal(pair, REQUEST_ID, typed)))
                .update();

        assertThat(escrow(old).find(REQUEST_ID, 1).orElseThrow().getPublic()).isEqualTo(pair.getPublic());
        assertThat(escrow(old).find(REQUEST_ID, 1)).as("the second start").isPresent();
    }

    @Test
    void hasNothingForWhomNothingWasKept() {
        assertThat(escrow.find(REQUEST_ID, 1)).isEmpty();
    }

    @Test
    void writesNeitherKeyNorReferenceIdInClear() {
        KeyPair kept = escrow.keep(REQUEST_ID, 1, UNTIL, KeyEscrowTest::make);
        String row = JdbcClient.create(database)
                .sql("SELECT ciphertext FROM escrowed_holder_key")
                .query(String.class)
                .single();
        byte[] bytes = Base64.getDecoder().decode(row);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        ReferenceIds.canonical(REFERENCES.of(REQUEST_ID, 1)),
                        new String(kept.getPrivate().getEncoded(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private KeyEscrow escrow() {
        return escrow(database);
    }

    private static KeyEscrow escrow(DataSource database) {
        return new KeyEscrow(
                new EscrowTable(database), new EscrowCipher(new byte[32], TestAuthority.RANDOM), REFERENCES);
    }

    private static KeyPair make() {
        return TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
    }
}
