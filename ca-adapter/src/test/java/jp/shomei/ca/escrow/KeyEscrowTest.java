package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.LocalDate;
import javax.sql.DataSource;
import jp.shomei.ca.TestAuthority;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyEscrowTest {

    private static final String REQUEST_ID = "202103100000001";
    private static final String REFERENCE_ID = "0123456789AB";
    private static final LocalDate UNTIL = LocalDate.of(2021, 9, 6);

    private final DataSource database = TestAuthority.memoryDatabase();
    private final KeyEscrow escrow = escrow();

    @Test
    void keepsAKeyForAsLongAsTheDatabase() {
        KeyPair kept = escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
        assertThat(escrow().find(REQUEST_ID, REFERENCE_ID).orElseThrow().getPublic())
                .isEqualTo(kept.getPublic());
    }

    @Test
    void keepsTheFirstKey() {
        KeyPair first = escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
        KeyPair second = escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
        assertThat(second.getPublic()).isEqualTo(first.getPublic());
    }

    @Test
    void givesBothTheSameKeyWhenTwoKeepOneAtOnce() {
        KeyPair[] other = new KeyPair[1];
        KeyPair mine = escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, () -> {
            other[0] = escrow().keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
            return make();
        });
        assertThat(mine.getPublic()).isEqualTo(other[0].getPublic());
    }

    @Test
    void doesNotOpenForAWrongReferenceId() {
        escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
        assertThatThrownBy(() -> escrow.find(REQUEST_ID, "0123456789AC")).isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void hasNothingForWhomNothingWasKept() {
        assertThat(escrow.find(REQUEST_ID, REFERENCE_ID)).isEmpty();
    }

    @Test
    void writesNeitherKeyNorReferenceIdInClear() {
        KeyPair kept = escrow.keep(REQUEST_ID, REFERENCE_ID, UNTIL, KeyEscrowTest::make);
        String row = JdbcClient.create(database)
                .sql("SELECT ciphertext FROM escrowed_key")
                .query(String.class)
                .single();
        byte[] bytes = java.util.Base64.getDecoder().decode(row);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        REFERENCE_ID,
                        new String(kept.getPrivate().getEncoded(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private KeyEscrow escrow() {
        return new KeyEscrow(new EscrowTable(database), new EscrowCipher(new byte[32], TestAuthority.RANDOM));
    }

    private static KeyPair make() {
        return TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
    }
}
