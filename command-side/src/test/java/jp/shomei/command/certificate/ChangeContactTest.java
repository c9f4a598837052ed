package jp.shomei.command.certificate;

import static jp.shomei.command.certificate.Applications.CONTACT;
import static jp.shomei.command.certificate.Applications.REQUEST;
import static jp.shomei.command.certificate.CertificateFixture.expectBadFields;
import static jp.shomei.command.certificate.CertificateFixture.expectRefusal;
import static jp.shomei.command.certificate.Lives.SPRING_2022;
import static jp.shomei.command.certificate.Lives.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeContactTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 4, 1);

    private static TestExecutor<Certificate> given(Object... history) {
        return CertificateFixture.on(SPRING_2022).given(history);
    }

    @Test
    void changesWhatIsTypedAndKeepsTheRest() {
        given(Lives.inUse())
                .when(new ChangeContact(REQUEST, "医事課", null, null, "0312345678"))
                .expectEvents(new ContactChanged(
                        REQUEST, CONTACT, new Contact("医事課", "0312345678", CONTACT.email()), TERMINAL, TERMINAL, TODAY))
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 5));
    }

    @Test
    void changesTheTerminalNameAlone() {
        given(Lives.justIssued())
                .when(new ChangeContact(REQUEST, null, "テスト中です#%& * > ? @", null, null))
                .expectEvents(new ContactChanged(REQUEST, CONTACT, CONTACT, TERMINAL, "テスト中です#%& * > ? @", TODAY));
    }

    @Test
    void goesOnFromTheLastChange() {
        Contact between = new Contact("医事課", "0312345678", "iji@example.jp");
        given(Lives.with(
                        Lives.inUse(),
                        new ContactChanged(REQUEST, CONTACT, between, TERMINAL, "端末02", TODAY.minusDays(1))))
                .when(new ChangeContact(REQUEST, null, null, "soumu@example.jp", null))
                .expectEvents(new ContactChanged(
                        REQUEST, between, new Contact("医事課", "0312345678", "soumu@example.jp"), "端末02", "端末02", TODAY));
    }

    @Test
    void recordsNothingIfNothingDiffers() {
        given(Lives.inUse())
                .when(new ChangeContact(REQUEST, CONTACT.name(), TERMINAL, CONTACT.email(), CONTACT.phone()))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(Recorded.Kind.CERTIFICATE, REQUEST, 4));
    }

    @Test
    void isAllowedWhileARevocationWaits() {
        given(Lives.pending())
                .when(new ChangeContact(REQUEST, "医事課", null, null, null))
                .expectEvents(new ContactChanged(
                        REQUEST,
                        CONTACT,
                        new Contact("医事課", CONTACT.phone(), CONTACT.email()),
                        TERMINAL,
                        TERMINAL,
                        TODAY));
    }

    @Test
    void needsAtLeastOneField() {
        expectBadFields(
                given(Lives.inUse()).when(new ChangeContact(REQUEST, null, null, null, null)),
                FieldError.of("contactName", FieldRule.REQUIRED),
                FieldError.of("terminalName", FieldRule.REQUIRED),
                FieldError.of("email", FieldRule.REQUIRED),
                FieldError.of("phone", FieldRule.REQUIRED));
    }

    @Test
    void emptiesNoField() {
        expectBadFields(
                given(Lives.inUse()).when(new ChangeContact(REQUEST, " ", null, "", null)),
                FieldError.of("contactName", FieldRule.REQUIRED),
                FieldError.of("email", FieldRule.REQUIRED));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            contactName,  総\u0007務課
            contactName,  总务课
            email,        nobody
            phone,        011-234-5678
            terminalName, 端末\u200b01
            """)
    void refusesWhatTheApplicationFormRefuses(String field, String typed) {
        assertThat(errorsOfChange(field, typed)).isNotEmpty().isEqualTo(errorsOfForm(field, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contactName", "terminalName", "email"})
    void takesAsMuchAsTheApplicationForm(String field) {
        for (int length = 50; length <= 300; length++) {
            String typed = field.equals("email") ? "a".repeat(length - 11) + "@example.jp" : "総".repeat(length);
            assertThat(errorsOfChange(field, typed)).isEqualTo(errorsOfForm(field, typed));
        }
    }

    @Test
    void isRefusedTheDayAfterTheLast() {
        expectRefusal(
                CertificateFixture.on(Applications.at("2024-06-11T00:00:00"))
                        .given(Lives.inUse())
                        .when(new ChangeContact(REQUEST, "医事課", null, null, null)),
                ErrorCode.CERTIFICATE_EXPIRED);
    }

    private static List<FieldError> errorsOfForm(String field, String typed) {
        ApplicationForm good = Applications.form();
        return new ApplicationForm(
                        good.category(),
                        good.prefecture(),
                        good.scoreTable(),
                        good.institutionCode(),
                        null,
                        good.institutionName(),
                        field.equals("contactName") ? typed : good.contactName(),
                        field.equals("phone") ? typed : good.phone(),
                        field.equals("email") ? typed : good.email(),
                        field.equals("terminalName") ? typed : good.terminalName(),
                        true)
                .check();
    }

    private static List<FieldError> errorsOfChange(String field, String typed) {
        ChangeContact change = new ChangeContact(
                REQUEST,
                field.equals("contactName") ? typed : null,
                field.equals("terminalName") ? typed : null,
                field.equals("email") ? typed : null,
                field.equals("phone") ? typed : null);
        Refused refused = catchThrowableOfType(Refused.class, () -> ContactPoint.check(change));
        return refused == null
                ? List.of()
                : refused.<Refusal>getDetails().orElseThrow().fields();
    }
}
