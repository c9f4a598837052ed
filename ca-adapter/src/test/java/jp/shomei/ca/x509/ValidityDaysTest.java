package jp.shomei.ca.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.junit.jupiter.api.Test;

class ValidityDaysTest {

    @Test
    void beginAtMidnightInJapan() {
        assertThat(ValidityDays.startOf(LocalDate.of(2021, 3, 10))).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
    }

    @Test
    void endWithTheLastSecondInJapan() {
        assertThat(ValidityDays.endOf(LocalDate.of(2024, 6, 10))).isEqualTo(Instant.parse("2024-06-10T14:59:59Z"));
    }

    @Test
    void areWrittenInTwoDigitsOfTheYearUpTo2049AndInFourAfter() {
        assertThat(ValidityDays.encode(Instant.parse("2049-12-31T23:59:59Z")).toASN1Primitive())
                .isInstanceOf(ASN1UTCTime.class);
        assertThat(ValidityDays.encode(Instant.parse("2050-01-01T00:00:00Z")).toASN1Primitive())
                .isInstanceOf(ASN1GeneralizedTime.class);
    }

    @Test
    void areWrittenTheSameWhateverCalendarTheMachineUses() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ja-JP-u-ca-japanese"));
        try {
            assertThat(ValidityDays.encode(Instant.parse("2021-03-09T15:00:00Z"))
                            .getTime())
                    .isEqualTo("20210309150000GMT+00:00");
        } finally {
            Locale.setDefault(before);
        }
    }
}
