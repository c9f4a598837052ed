package jp.shomei.command.fee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.CheckDigit;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.ScoreTable;

/** Institutions of several kinds that now and then choose another way to pay. */
final class RandomPayers implements FiledRegistrations {

    private static final List<Category> KINDS = List.of(
            Category.MEDICAL_INSTITUTION, Category.PHARMACY, Category.VISITING_NURSING, Category.WORKPLACE_CLINIC);
    private static final List<String> OFFICES = List.of("総務課", "医事課", "薬剤部");

    private final Random random;
    private final Map<InstitutionCode, Registration> filed = new LinkedHashMap<>();
    private final List<InstitutionCode> codes;

    RandomPayers(Random random, int number) {
        this.random = random;
        for (int one = 1; one <= number; one++) {
            file(KINDS.get(one % KINDS.size()), one);
        }
        codes = List.copyOf(filed.keySet());
    }

    @Override
    public Optional<Registration> find(InstitutionCode code) {
        return Optional.ofNullable(filed.get(code));
    }

    InstitutionCode any() {
        return codes.get(random.nextInt(codes.size()));
    }

    /** One of them files another method, or the same again. */
    void chooseAnew() {
        filed.computeIfPresent(any(), (code, one) -> registration(code, one.category(), method()));
    }

    /** Whether what it owes is deducted, as things stand: workplace clinics pay by slip, whatever they have chosen. */
    boolean deducts(InstitutionCode code) {
        Registration one = filed.get(code);
        return one.paymentMethod() == PaymentMethod.DEDUCTION && one.category() != Category.WORKPLACE_CLINIC;
    }

    /** What an institution applies with; under another name, an officer has to look at it. */
    ApplicationForm form(InstitutionCode code, boolean agrees) {
        Category category = filed.get(code).category();
        return new ApplicationForm(
                category.code(),
                "01",
                table(category).code(),
                code.value().substring("011".length()),
                null,
                agrees ? Applications.NAME : "証明医院",
                OFFICES.get(random.nextInt(OFFICES.size())),
                "0112345678",
                "soumu@example.jp",
                "受付 端末01",
                true);
    }

    private void file(Category category, int number) {
        String digits = "01%s%06d".formatted(table(category).code(), number);
        for (int check = 0; check < 10; check++) {
            if (CheckDigit.isValid(digits + check)) {
                InstitutionCode code = InstitutionCode.of(digits + check);
                filed.put(code, registration(code, category, method()));
            }
        }
    }

    private PaymentMethod method() {
        return random.nextInt(4) == 0 ? PaymentMethod.PAYMENT_SLIP : PaymentMethod.DEDUCTION;
    }

    private static Registration registration(InstitutionCode code, Category category, PaymentMethod method) {
        return new Registration(
                code,
                Applications.NAME,
                category,
                Prefecture.HOKKAIDO,
                table(category),
                Applications.ADDRESS,
                new Contact("証明 太郎", "0112345678", null),
                method);
    }

    private static ScoreTable table(Category category) {
        return category.scoreTable().orElseThrow();
    }
}
