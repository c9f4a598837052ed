package jp.shomei.projections.block.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final LocalDate DAY = LocalDate.of(2021, 5, 10);

    @Test
    void idsThatBeginAlikeShareABlock() {
        assertThat(Beginning.OF_REQUEST_ID.of("202103100000199")).isEqualTo("2021031000001");
        assertThat(Beginning.OF_NOTICE_ID.of("N20210315-4611234567-a1b2c3d4")).isEqualTo("N20210315-4611234");
        assertThat(Beginning.OF_BILL_ID.of("2021-05-4611234567")).isEqualTo("2021-05-4611234");
    }

    @Test
    void anIdThatIsNoLongerIsItsOwnBeginning() {
        assertThat(Beginning.OF_NOTICE_ID.of("N1")).isEqualTo("N1");
    }

    @Test
    void aBlocksNameCanBeReadAgain() {
        BlockName name = Beginning.OF_BILL_ID.block(DAY, "2021-05-4611234567", "DUE");

        assertThat(name.text()).isEqualTo("2021-05-10:2021-05-4611234:DUE");
        assertThat(BlockName.of(name.text())).isEqualTo(name);
        assertThat(name.text()).isBetween(BlockName.firstText(DAY), BlockName.firstText(DAY.plusDays(1)));
    }
}
