package jp.shomei.ca.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DeriveReferenceIds.Edition;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceIdsTest {

    private static final String REQUEST_ID = "202103100000001";

    private final ReferenceIds references = new ReferenceIds(key("00"));

    @Test
    void areTwelveCharactersInThreeGroups() {
        assertThat(references.of(REQUEST_ID, 1)).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void areTheFirstSixtyBitsOfTheHmac() {
        // computed with Python: the leftmost 60 bits of hmac.digest(bytes(32), b"202103100000001", "sha256")
        assertThat(references.of(REQUEST_ID, 1)).isEqualTo("FYSZ-SPCB-RVQ0");
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(new ReferenceIds(key("00")).of(REQUEST_ID, 1)).isEqualTo(references.of(REQUEST_ID, 1));
    }

    @Test
    void differByRequestAndByServer() {
        assertThat(references.of("202103100000002", 1)).isNotEqualTo(references.of(REQUEST_ID, 1));
        assertThat(new ReferenceIds(key("01")).of(REQUEST_ID, 1)).isNotEqualTo(references.of(REQUEST_ID, 1));
    }

    @Test
    void matchHoweverTheyAreTyped() {
        String printed = references.of(REQUEST_ID, 1);
        assertThat(references.matches(REQUEST_ID, 1, printed)).isTrue();
        assertThat(references.matches(REQUEST_ID, 1, printed.toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(references.matches(REQUEST_ID, 1, printed.replace("-", ""))).isTrue();
        assertThat(references.matches(REQUEST_ID, 1, " " + printed.replace("-", " ")))
                .isTrue();
    }

    @Test
    void readLookAlikesAsTheDigitsMeant() {
        assertThat(ReferenceIds.canonical("oil0-OIL1")).isEqualTo("01100111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "ＡＢＣＤ", "ß", "\u0000", "😀😀😀😀😀😀"})
    void doNotMatchWhateverElseIsTyped(String typed) {
        assertThat(references.matches(REQUEST_ID, 1, typed)).isFalse();
    }

    @Test
    void doNotMatchAnythingOverlong() {
        assertThat(references.matches(REQUEST_ID, 1, references.of(REQUEST_ID, 1) + "0"))
                .isFalse();
        assertThat(references.matches(REQUEST_ID, 1, "A".repeat(1_000_000))).isFalse();
    }

    @Test
    void areDerivedForTheMailroom() {
        ReferenceIdsView view = new ReferenceIdsQueryHandler(references)
                .handle(new DeriveReferenceIds(List.of(new Edition(REQUEST_ID, 1), new Edition(REQUEST_ID, 1))));
        assertThat(view.byRequestId()).isEqualTo(Map.of(REQUEST_ID, references.of(REQUEST_ID, 1)));
        assertThat(view.toString()).doesNotContain(references.of(REQUEST_ID, 1));
    }

    @Test
    void areNotDerivedByTheThousand() {
        DeriveReferenceIds query = new DeriveReferenceIds(Collections.nCopies(1_001, new Edition(REQUEST_ID, 1)));
        assertThatThrownBy(() -> new ReferenceIdsQueryHandler(references).handle(query))
                .isInstanceOf(Refused.class)
                .hasMessage("INVALID_REQUEST");
    }

    private static byte[] key(String octet) {
        return HexFormat.of().parseHex(octet.repeat(32));
    }
}
