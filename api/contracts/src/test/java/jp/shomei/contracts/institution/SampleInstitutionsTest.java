package jp.shomei.contracts.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.shomei.contracts.CommittedFile;
import jp.shomei.contracts.refusal.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleInstitutionsTest {

    private static final String HEADER =
            "code,name,category,prefecture,scoreTable,postalCode,address,founder,phone,paymentMethod";

    @ParameterizedTest
    @MethodSource("goodLines")
    void isAcceptedWithAValidCheckDigit(Line line) {
        assertThat(line.check()).isEmpty();
        assertThat(InstitutionCode.of(line.code()).hasValidCheckDigit()).isTrue();
    }

    @Test
    void holdThreeOrMoreOfEveryCategory() {
        Map<Category, Long> counts = goodLines().stream()
                .map(line -> line.form().toRegistration(line.code()).category())
                .collect(Collectors.groupingBy(category -> category, Collectors.counting()));

        assertThat(counts).containsOnlyKeys(Category.values());
        assertThat(counts.values()).allMatch(count -> count >= 3);
    }

    @Test
    void nameEveryCodeOnce() {
        assertThat(goodLines()).extracting(Line::code).doesNotHaveDuplicates();
    }

    @Test
    void payBySlipWhereTheFeeCannotBeDeducted() {
        assertThat(goodLines().stream()
                        .map(line -> line.form().toRegistration(line.code()))
                        .filter(filed -> List.of(
                                        Category.HEALTH_CHECK_BODY, Category.INSURER, Category.WORKPLACE_CLINIC)
                                .contains(filed.category())))
                .extracting(Registration::paymentMethod)
                .containsOnly(PaymentMethod.PAYMENT_SLIP);
    }

    @Test
    void withMistakesAreRefusedFieldByField() {
        List<List<String>> mistakes = lines("institutions-with-mistakes.csv").stream()
                .map(line -> line.check().stream()
                        .map(error -> error.field() + " " + error.rule())
                        .toList())
                .toList();

        assertThat(mistakes)
                .containsExactly(
                        List.of(),
                        List.of("code DIGITS"),
                        List.of("scoreTable DOES_NOT_FIT_CATEGORY", "code DOES_NOT_FIT_CODE"),
                        List.of("category CHOICE"),
                        List.of("name REQUIRED", "phone PHONE", "paymentMethod CHOICE"),
                        List.of("scoreTable NOT_FOR_CATEGORY"),
                        List.of("name UNPRINTABLE", "prefecture CHOICE", "postalCode POSTAL_CODE"),
                        List.of());
    }

    static List<Line> goodLines() {
        return lines("institutions.csv");
    }

    private static List<Line> lines(String sample) {
        try {
            List<String> lines = Files.readAllLines(CommittedFile.inModule("../../docs/samples/" + sample));
            assertThat(lines.getFirst()).isEqualTo(HEADER);
            return lines.stream().skip(1).map(Line::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line; no field of the samples needs quoting. */
    record Line(String code, RegistrationForm form) {

        static Line of(String line) {
            String[] fields = line.split(",", -1);
            assertThat(fields).hasSize(HEADER.split(",").length);
            return new Line(
                    fields[0],
                    new RegistrationForm(
                            fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8],
                            fields[9]));
        }

        List<FieldError> check() {
            return form.check(code);
        }
    }
}
