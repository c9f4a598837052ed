package jp.shomei.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationFieldsTest {

    private static final String NAME = "institutionName";
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";

    @Nested
    class FreeText {

        @ParameterizedTest
        @CsvSource({"institutionName, 100", "contactName, 60", "terminalName, 60"})
        void goesUpToItsLimitInCharactersAndNoFurther(String field, int limit) {
            assertThat(TypedApplication.good()
                            .with(field, "証".repeat(limit))
                            .form()
                            .check())
                    .isEmpty();
            assertThat(TypedApplication.good()
                            .with(field, "証".repeat(limit + 1))
                            .form()
                            .check())
                    .containsExactly(FieldError.of(field, FieldRule.TOO_LONG, String.valueOf(limit)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"institutionName", "contactName", "terminalName"})
        void holdsNoControlCharacter(String field) {
            for (String control :
                    new String[] {"\n", "\r", "\t", "\0", "\u007f", "\u0085", "\u200b", "\u202e", "\u2028"}) {
                assertThat(TypedApplication.good()
                                .with(field, "証明" + control + "課")
                                .form()
                                .check())
                        .containsExactly(FieldError.of(field, FieldRule.CONTROL_CHARACTER));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"𠮷田", "😀", "Clinic é", "\ud800", "外字\ue000", "か\u3099"})
        void holdsNothingTheNoticeCannotPrint(String name) {
            assertThat(TypedApplication.good().with(NAME, name).form().check())
                    .containsExactly(FieldError.of(NAME, FieldRule.UNPRINTABLE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"髙橋﨑内科", "㈱証明①", "ｷｷﾝ", "佐々木　太郎", "9時〜17時", "9時～17時", "A−1‖B—2", "オンライン請求/パソコン"})
        void holdsWhateverTheNoticeCanPrint(String name) {
            assertThat(TypedApplication.good()
                            .with(NAME, name)
                            .form()
                            .toApplication()
                            .institutionName())
                    .isEqualTo(name);
        }
    }

    @Nested
    class Phone {

        @ParameterizedTest
        @ValueSource(strings = {"04312345678", "0312345678", "05058100744", "08000804583", "01201234567"})
        void hasTenOrElevenDigitsFromZero(String phone) {
            assertThat(TypedApplication.good().with(PHONE, phone).form().check())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "03-1234-5678",
                    "031234567",
                    "031234567890",
                    "1312345678",
                    "01x1234567",
                    "０３１２３４５６７８",
                    "0312345678 ",
                    "+81312345678"
                })
        void isNothingElse(String phone) {
            assertThat(TypedApplication.good().with(PHONE, phone).form().check())
                    .containsExactly(FieldError.of(PHONE, FieldRule.PHONE));
        }
    }

    @Nested
    class Email {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "11@22.33",
                    "11@11.12",
                    "a@b.c",
                    "Some.One+clinic@mail.example.jp",
                    "a..b.@docomo.example.jp",
                    "o'neil#1@x-y.example"
                })
        void isCheckedNoMoreStrictlyThanMailCanBeSentToIt(String email) {
            assertThat(TypedApplication.good().with(EMAIL, email).form().check())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nobody",
                    "@22.33",
                    "11@",
                    "11@22",
                    "11@.33",
                    "11@22.",
                    "1 1@22.33",
                    "11@22.33\n",
                    "a@b@c.d",
                    "証明@22.33",
                    "a,b@22.33",
                    "<a>@22.33",
                    "11@22_33.jp"
                })
        void isAnAddressThatMailCanBeSentTo(String email) {
            assertThat(TypedApplication.good().with(EMAIL, email).form().check())
                    .containsExactly(FieldError.of(EMAIL, FieldRule.EMAIL));
        }

        @Test
        void mayBeAbsurdlyLongWithoutHarm() {
            String email = "a@" + "b.".repeat(500_000) + "jp";

            assertThat(TypedApplication.good().with(EMAIL, email).form().check())
                    .containsExactly(FieldError.of(EMAIL, FieldRule.TOO_LONG, "254"));
        }

        @ParameterizedTest
        @CsvSource({"254, true", "255, false"})
        void hasAtMost254Characters(int length, boolean good) {
            String email = "a@" + "b".repeat(length - "a@.jp".length()) + ".jp";

            assertThat(TypedApplication.good().with(EMAIL, email).form().check().isEmpty())
                    .isEqualTo(good);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category",
                "prefecture",
                "scoreTable",
                "institutionCode",
                NAME,
                "contactName",
                PHONE,
                EMAIL,
                "terminalName"
            })
    void areAllRequired(String field) {
        for (String nothing : new String[] {null, "", " ", "　"}) {
            assertThat(TypedApplication.good().with(field, nothing).form().check())
                    .contains(FieldError.of(field, FieldRule.REQUIRED))
                    .hasSize(1);
        }
    }
}
