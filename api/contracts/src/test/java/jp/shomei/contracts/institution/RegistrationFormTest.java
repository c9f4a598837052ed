package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationFormTest {

    private static final String CODE = "0110100013";

    @Nested
    class WithoutAMistake {

        @ParameterizedTest
        @CsvSource({
            "1, 01, 1, 0110100013",
            "2, 13, 3, 1330100023",
            "3, 13, 4, 1340100039",
            "4, 27, 1, 2710100047",
            "5, 14, 3, 1430100055",
            "6, 13, , 1320100066",
            "6, 13, , 5521111111",
            "7, , , 01130012",
            "7, 13, , 00138057",
            "8, 40, 4, 4040100077",
            "n, 46, 6, 4669000012",
            "s, 13, 7, 1370000018"
        })
        void isAcceptedOfEveryCategory(String category, String prefecture, String scoreTable, String code) {
            RegistrationForm form =
                    TypedRegistration.of(category, prefecture, scoreTable).form();

            assertThat(form.check(code)).isEmpty();
            assertThat(form.toRegistration(code).code().value()).isEqualTo(code);
        }

        @Test
        void becomesARegistrationWithTheNameOnTheAddress() {
            assertThat(TypedRegistration.good()
                            .with("postalCode", "060-0001")
                            .form()
                            .toRegistration(CODE))
                    .isEqualTo(new Registration(
                            InstitutionCode.of(CODE),
                            "証明クリニック",
                            Category.MEDICAL_INSTITUTION,
                            Prefecture.HOKKAIDO,
                            ScoreTable.MEDICAL,
                            new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", "証明クリニック"),
                            new Contact("医療法人　証明会", "0112345678", null),
                            PaymentMethod.PAYMENT_SLIP));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void needsNoPaymentMethodYet(String method) {
            assertThat(TypedRegistration.good()
                            .with("paymentMethod", method)
                            .form()
                            .toRegistration(CODE)
                            .paymentMethod())
                    .isNull();
        }
    }

    @Nested
    class UnderACode {

        @ParameterizedTest
        @CsvSource({"1, 01, 1", "6, 13, ", "s, 13, 7"})
        void refusesACodeThatHasNotTenDigits(String category, String prefecture, String scoreTable) {
            RegistrationForm form =
                    TypedRegistration.of(category, prefecture, scoreTable).form();

            for (String code : new String[] {"", "0100013", "01130012", "01101000130", "011010001x"}) {
                assertThat(form.check(code)).containsExactly(FieldError.of("code", FieldRule.DIGITS, "10"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"138057", "0110100013", "0113001２"})
        void refusesAnInsurerNumberThatHasNotEightDigits(String number) {
            assertThat(TypedRegistration.of("7", null, null).form().check(number))
                    .containsExactly(FieldError.of("code", FieldRule.DIGITS, "8"));
        }

        @ParameterizedTest
        @CsvSource({"1310100013", "0130100013", "4669000012"})
        void refusesACodeOfAnotherPrefectureOrScoreTable(String code) {
            assertThat(TypedRegistration.good().form().check(code))
                    .containsExactly(FieldError.of("code", FieldRule.DOES_NOT_FIT_CODE));
        }

        @Test
        void acceptsAWrongCheckDigit() {
            assertThat(TypedRegistration.good().form().check("0110100015")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {CODE, "01130012"})
        void doesNotBlameTheCodeForAnUnknownCategory(String code) {
            assertThat(TypedRegistration.good().with("category", "9").form().check(code))
                    .extracting(FieldError::field)
                    .containsExactly("category");
        }
    }

    @Nested
    class WithOneBadField {

        @ParameterizedTest
        @CsvSource({
            "category, 9, CHOICE",
            "prefecture, 48, CHOICE",
            "scoreTable, 2, CHOICE",
            "postalCode, 060000, POSTAL_CODE",
            "postalCode, 0600-001, POSTAL_CODE",
            "postalCode, ０６００００１, POSTAL_CODE",
            "phone, 011-234-5678, PHONE",
            "paymentMethod, CASH, CHOICE",
            "paymentMethod, deduction, CHOICE",
            "name, 𠮷田医院, UNPRINTABLE",
            "address, 😀, UNPRINTABLE",
            "founder, 😀, UNPRINTABLE"
        })
        void namesTheFieldAndItsRule(String field, String typed, FieldRule rule) {
            assertThat(TypedRegistration.good().with(field, typed).form().check(CODE))
                    .extracting(FieldError::field, FieldError::rule)
                    .containsExactly(tuple(field, rule));
        }

        @Test
        void refusesTheScoreTableOfAnotherCategory() {
            assertThat(TypedRegistration.good().with("scoreTable", "3").form().check("0130100021"))
                    .containsExactly(FieldError.of("scoreTable", FieldRule.DOES_NOT_FIT_CATEGORY, "1"));
        }

        @ParameterizedTest
        @CsvSource({"name, 100", "address, 200", "founder, 100"})
        void countsCharacters(String field, int limit) {
            assertThat(TypedRegistration.good()
                            .with(field, "証".repeat(limit))
                            .form()
                            .check(CODE))
                    .isEmpty();
            assertThat(TypedRegistration.good()
                            .with(field, "証".repeat(limit + 1))
                            .form()
                            .check(CODE))
                    .containsExactly(FieldError.of(field, FieldRule.TOO_LONG, String.valueOf(limit)));
        }
    }

    @Nested
    class WithManyBadFields {

        @Test
        void namesThemAllInTheOrderOfTheForm() {
            assertThat(TypedRegistration.blank()
                            .with("paymentMethod", "?")
                            .form()
                            .check("1"))
                    .containsExactly(
                            FieldError.of("name", FieldRule.REQUIRED),
                            FieldError.of("category", FieldRule.REQUIRED),
                            FieldError.of("prefecture", FieldRule.REQUIRED),
                            FieldError.of("scoreTable", FieldRule.REQUIRED),
                            FieldError.of("code", FieldRule.DIGITS, "10"),
                            FieldError.of("postalCode", FieldRule.REQUIRED),
                            FieldError.of("address", FieldRule.REQUIRED),
                            FieldError.of("founder", FieldRule.REQUIRED),
                            FieldError.of("phone", FieldRule.REQUIRED),
                            FieldError.of("paymentMethod", FieldRule.CHOICE, "DEDUCTION, PAYMENT_SLIP"));
        }

        @Test
        void refusesToBecomeARegistration() {
            RegistrationForm form =
                    TypedRegistration.good().with("phone", "1").with("name", "").form();

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> form.toRegistration(CODE))
                    .satisfies(refused -> assertThat(refused.refusal().fields())
                            .isEqualTo(form.check(CODE))
                            .hasSize(2));
        }
    }
}
