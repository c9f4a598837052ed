package jp.shomei.command.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.time.JapanTime;

/** A clinic, what it has filed, and what it applies for. */
public final class Applications {

    public static final String REQUEST = "202103100000001";
    public static final InstitutionCode CLINIC = InstitutionCode.of("0110214822");
    public static final String NAME = "証明クリニック";
    public static final Contact CONTACT = new Contact("総務課", "0112345678", "soumu@example.jp");
    public static final PostalAddress ADDRESS = new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", NAME);
    public static final Instant MORNING = at("2021-03-10T09:00:00");

    private Applications() {}

    public static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(JapanTime.ZONE).toInstant();
    }

    public static Clock clockAt(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    public static IssuanceTerms terms() {
        return new IssuanceTerms(PriceTable.asPublished(), new DispatchCalendar(ClosingDays.turnOfTheYear()));
    }

    public static Registration filed() {
        return filed(NAME, PaymentMethod.DEDUCTION);
    }

    public static Registration filed(String name, PaymentMethod method) {
        return new Registration(
                CLINIC,
                name,
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                ADDRESS,
                new Contact("証明 太郎", "0112345678", null),
                method);
    }

    public static ApplicationForm form() {
        return form(NAME, "1", "01");
    }

    public static ApplicationForm form(String name, String category, String prefecture) {
        return new ApplicationForm(
                category,
                prefecture,
                "1",
                "0214822",
                null,
                name,
                CONTACT.name(),
                CONTACT.phone(),
                CONTACT.email(),
                "総合受付 端末01",
                true);
    }

    public static Application application() {
        return form().toApplication();
    }

    public static CertificateApplied applied() {
        return new CertificateApplied(REQUEST, application(), LocalDate.of(2021, 3, 10));
    }

    public static ApplicationReferred referred() {
        return new ApplicationReferred(REQUEST, List.of(new Finding(Finding.Kind.NAME_DIFFERS, "証明医院", NAME)));
    }

    public static CertificateIssued issued(Approval approval) {
        return new CertificateIssued(
                REQUEST,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                CONTACT,
                "総合受付 端末01",
                ADDRESS,
                approval,
                LocalDate.of(2021, 3, 10),
                LocalDate.of(2024, 6, 10),
                LocalDate.of(2021, 9, 6),
                LocalDate.of(2021, 3, 11),
                1_500);
    }
}
