package jp.shomei.benchmarks;

import java.util.List;
import java.util.Objects;
import jp.shomei.app.Clinic;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationForm;
import jp.shomei.contracts.institution.RegistrationOutcome;

/** Fictitious clinics of one name, and what they send. */
final class Clinics {

    private static final String TERMINAL = "総合受付 端末01";
    private static final String PHONE = "0112345678";

    private final Program program;

    Clinics(Program program) {
        this.program = program;
    }

    /** Files the registration of the n-th. */
    String register(int number) throws Exception {
        String code = Clinic.codeOf(number);
        RegistrationForm form = new RegistrationForm(
                Clinic.NAME, "1", "01", "1", "0600001", "北海道札幌市中央区北一条西1-1", "証明　太郎", PHONE, "DEDUCTION");
        program.send(new RegisterInstitution(code, form), RegistrationOutcome.class);
        return code;
    }

    /** Applies; what agrees with the registration is issued at once, what does not waits for an officer. */
    String apply(String code, boolean agrees) throws Exception {
        String requestId = program.send(new ReserveRequestId(), String.class);
        ApplicationForm form = new ApplicationForm(
                "1",
                "01",
                "1",
                code.substring(3),
                null,
                agrees ? Clinic.NAME : "よその医院",
                "総務課",
                PHONE,
                "soumu@example.jp",
                TERMINAL,
                true);
        program.send(new ApplyForCertificate(requestId, form), ApplicationOutcome.class);
        return requestId;
    }

    /** What is printed on the first notice of a certificate. */
    String referenceId(String requestId) throws Exception {
        ReferenceIdsView view = program.ask(
                new DeriveReferenceIds(List.of(new DeriveReferenceIds.Edition(requestId, 1))), ReferenceIdsView.class);
        return Objects.requireNonNull(view.byRequestId().get(requestId));
    }
}
