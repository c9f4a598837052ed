package jp.shomei.contracts.certificate;

import static jp.shomei.contracts.refusal.FieldRule.CHOICE;
import static jp.shomei.contracts.refusal.FieldRule.DIGITS;
import static jp.shomei.contracts.refusal.FieldRule.DOES_NOT_FIT_CATEGORY;
import static jp.shomei.contracts.refusal.FieldRule.NOT_FOR_CATEGORY;
import static jp.shomei.contracts.refusal.FieldRule.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationFormTest {

    @Nested
    class OfACategoryWithAScoreTable {

        @ParameterizedTest
        @CsvSource({
            "1, 01, 1, 0100013, 0110100013",
            "2, 13, 3, 0100023, 1330100023",
            "3, 13, 4, 0100039, 1340100039",
            "4, 27, 1, 0100047, 2710100047",
            "5, 14, 3, 0100055, 1430100055",
            "8, 40, 4, 0100077, 4040100077",
            "n, 46, 6, 9000012, 4669000012",
            "s, 13, 7, 0000018, 1370000018",
        })
        void makesTheHolderOfPrefectureScoreTableAndCode(
                String category, String prefecture, String scoreTable, String code, String holder) {
            ApplicationForm form =
                    TypedApplication.of(category, prefecture, scoreTable, code).form();

            assertThat(form.check()).isEmpty();
            assertThat(form.toApplication().institution()).isEqualTo(InstitutionCode.of(holder));
            assertThat(form.toApplication().institution().hasValidCheckDigit()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "1, 3, 1", "1, 4, 1", "1, 6, 1", "1, 7, 1", "2, 1, 3", "3, 1, 4", "4, 3, 1", "5, 1, 3", "8, 1, 4",
            "n, 1, 6", "s, 1, 7", "n, 7, 6", "s, 6, 7",
        })
        void refusesTheScoreTableOfAnotherCategory(String category, String scoreTable, String fitting) {
            assertThat(TypedApplication.of(category, "01", scoreTable, "0100013")
                            .form()
                            .check())
                    .containsExactly(FieldError.of("scoreTable", DOES_NOT_FIT_CATEGORY, fitting));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "2", "3", "4", "5", "8", "n", "s"})
        void refusesACodeThatHasNotSevenDigits(String category) {
            String scoreTable = Category.find(category)
                    .orElseThrow()
                    .scoreTable()
                    .orElseThrow()
                    .code();

            for (String code : new String[] {"010001", "01000130", "0110100013", "010001a", "０１０００１３", " 100013"}) {
                assertThat(TypedApplication.of(category, "01", scoreTable, code)
                                .form()
                                .check())
                        .as(code)
                        .containsExactly(FieldError.of("institutionCode", DIGITS, "7"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"0100015", "0123456", "0000000"})
        void leavesAWrongCheckDigitToTheScreening(String code) {
            assertThat(TypedApplication.good()
                            .with("institutionCode", code)
                            .form()
                            .check())
                    .isEmpty();
        }

        @Test
        void refusesAnInsurerNumber() {
            assertThat(TypedApplication.good()
                            .with("insurerNumber", "01130012")
                            .form()
                            .check())
                    .containsExactly(FieldError.of("insurerNumber", NOT_FOR_CATEGORY));
        }
    }

    @Nested
    class OfAHealthCheckBody {

        private static final String NUMBER = "1320100066";

        @ParameterizedTest
        @ValueSource(strings = {NUMBER, "5521111111", "6631111116"})
        void takesTheTenDigitNumberForTheHolder(String number) {
            ApplicationForm form = TypedApplication.of("6", "13", null, number).form();

            assertThat(form.check()).isEmpty();
            assertThat(form.toApplication().institution().value()).isEqualTo(number);
            assertThat(form.toApplication().scoreTable()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0100013", "132010006", "13201000660"})
        void refusesANumberThatHasNotTenDigits(String number) {
            assertThat(TypedApplication.of("6", "13", null, number).form().check())
                    .containsExactly(FieldError.of("institutionCode", DIGITS, "10"));
        }

        @Test
        void refusesAScoreTable() {
            assertThat(TypedApplication.of("6", "13", "1", NUMBER).form().check())
                    .containsExactly(FieldError.of("scoreTable", NOT_FOR_CATEGORY));
        }

        @Test
        void needsAPrefecture() {
            assertThat(TypedApplication.of("6", "", null, NUMBER).form().check())
                    .containsExactly(FieldError.of("prefecture", REQUIRED));
        }
    }

    @Nested
    class OfAnInsurer {

        @ParameterizedTest
        @ValueSource(strings = {"01130012", "06139992", "33120015", "00138057"})
        void takesTheEightDigitNumberForTheHolder(String number) {
            ApplicationForm form =
                    TypedApplication.ofInsurer().with("insurerNumber", number).form();

            assertThat(form.check()).isEmpty();
            assertThat(form.toApplication().institution().value()).isEqualTo(number);
            assertThat(form.toApplication().prefecture()).isNull();
            assertThat(form.toApplication().scoreTable()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"138057", "0113001", "011300120", "0113001x"})
        void refusesANumberThatHasNotEightDigits(String number) {
            assertThat(TypedApplication.ofInsurer()
                            .with("insurerNumber", number)
                            .form()
                            .check())
                    .containsExactly(FieldError.of("insurerNumber", DIGITS, "8"));
        }

        @Test
        void refusesScoreTableAndInstitutionCode() {
            assertThat(TypedApplication.ofInsurer()
                            .with("scoreTable", "1")
                            .with("institutionCode", "0100013")
                            .form()
                            .check())
                    .containsExactly(
                            FieldError.of("scoreTable", NOT_FOR_CATEGORY),
                            FieldError.of("institutionCode", NOT_FOR_CATEGORY));
        }

        @Test
        void mayNameItsPrefecture() {
            ApplicationForm form =
                    TypedApplication.ofInsurer().with("prefecture", "13").form();

            assertThat(form.check()).isEmpty();
            assertThat(form.toApplication().prefecture()).isEqualTo(Prefecture.TOKYO);
        }
    }

    @Nested
    class WithOneBadChoice {

        @ParameterizedTest
        @ValueSource(strings = {"0", "9", "N", "S", "11", "１"})
        void refusesAnUnknownCategory(String category) {
            assertThat(TypedApplication.good().with("category", category).form().check())
                    .containsExactly(FieldError.of("category", CHOICE, "1, 2, 3, 4, 5, 6, 7, 8, n, s"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"00", "48", "1", "001", "１３", "東京都"})
        void refusesAnUnknownPrefecture(String prefecture) {
            assertThat(TypedApplication.good()
                            .with("prefecture", prefecture)
                            .form()
                            .check())
                    .containsExactly(FieldError.of("prefecture", CHOICE, "01–47"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2", "5", "0", "8", "01"})
        void refusesAnUnknownScoreTable(String scoreTable) {
            assertThat(TypedApplication.good()
                            .with("scoreTable", scoreTable)
                            .form()
                            .check())
                    .containsExactly(FieldError.of("scoreTable", CHOICE, "1, 3, 4, 6, 7"));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(booleans = false)
        void refusesAFeeThatIsNotAccepted(Boolean accepted) {
            assertThat(TypedApplication.good().withFeeAccepted(accepted).form().check())
                    .containsExactly(FieldError.of("feeAccepted", FieldRule.FEE_NOT_ACCEPTED));
        }
    }

    @Nested
    class AsAWhole {

        @Test
        void tellsEveryMissingFieldInTheOrderOfTheForm() {
            assertThat(TypedApplication.blank().form().check())
                    .containsExactly(
                            FieldError.of("category", REQUIRED),
                            FieldError.of("prefecture", REQUIRED),
                            FieldError.of("scoreTable", REQUIRED),
                            FieldError.of("institutionCode", REQUIRED),
                            FieldError.of("institutionName", REQUIRED),
                            FieldError.of("contactName", REQUIRED),
                            FieldError.of("phone", REQUIRED),
                            FieldError.of("email", REQUIRED),
                            FieldError.of("terminalName", REQUIRED),
                            FieldError.of("feeAccepted", FieldRule.FEE_NOT_ACCEPTED));
        }

        @Test
        void tellsEveryBadFieldInTheOrderOfTheForm() {
            assertThat(TypedApplication.of("1", "48", "3", "12")
                            .with("insurerNumber", "1")
                            .with("institutionName", "証明\nクリニック")
                            .with("contactName", "医".repeat(61))
                            .with("phone", "03-1234-5678")
                            .with("email", "nobody")
                            .with("terminalName", " 　")
                            .withFeeAccepted(false)
                            .form()
                            .check())
                    .extracting(FieldError::field)
                    .containsExactly(
                            "prefecture",
                            "scoreTable",
                            "institutionCode",
                            "insurerNumber",
                            "institutionName",
                            "contactName",
                            "phone",
                            "email",
                            "terminalName",
                            "feeAccepted");
        }

        @Test
        void asksForOneOfTheTwoCodesWhileTheCategoryIsUnknown() {
            assertThat(TypedApplication.good()
                            .with("category", null)
                            .with("institutionCode", " ")
                            .form()
                            .check())
                    .containsExactly(FieldError.of("category", REQUIRED), FieldError.of("institutionCode", REQUIRED));
        }

        @Test
        void refusesToBecomeAnApplicationNamingEveryBadField() {
            ApplicationForm form = TypedApplication.good()
                    .with("phone", "1")
                    .with("email", "1")
                    .form();

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(form::toApplication)
                    .satisfies(refused -> {
                        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.INVALID_FIELDS);
                        assertThat(refused.refusal().fields())
                                .isEqualTo(form.check())
                                .hasSize(2);
                    });
        }

        @Test
        void becomesAnApplicationWithEveryFieldAsTyped() {
            String odd = "テスト中です#%& * > ? @";

            assertThat(TypedApplication.good().with("terminalName", odd).form().toApplication())
                    .isEqualTo(new Application(
                            InstitutionCode.of("0110100013"),
                            Category.MEDICAL_INSTITUTION,
                            Prefecture.HOKKAIDO,
                            ScoreTable.MEDICAL,
                            "証明クリニック",
                            new Contact("医事課", "0312345678", "11@22.33"),
                            odd));
        }
    }
}
