package jp.shomei.correspondence.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.institution.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The values of a mail as readers see them: on one line each, days as 2024年6月10日. Begins with what every mail tells, whom
 * it is for and which certificate it is about.
 */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
    private static final int INSURER_NUMBER = 8;

    private final Map<String, Object> values = new HashMap<>();

    private Wording() {}

    /**
     * About a certificate.
     *
     * @param institution ten-digit code or insurer number; left out if it is not known
     * @param institutionName left out if it is not known
     */
    static Wording about(
            String requestId,
            Contact contact,
            String terminalName,
            @Nullable String institution,
            @Nullable String institutionName) {
        Wording wording = new Wording();
        wording.with("requestId", requestId)
                .with("contactName", contact.name())
                .with("terminalName", terminalName)
                .withIfAny("institutionName", institutionName)
                .withIfAny("institution", institution);
        wording.values.put("insurer", institution != null && institution.length() == INSURER_NUMBER);
        return wording;
    }

    /** About a certificate as it stands. */
    static Wording about(CertificateDetailView certificate) {
        return about(
                certificate.row().requestId(),
                certificate.contact(),
                certificate.row().terminalName(),
                certificate.institution(),
                certificate.institutionName());
    }

    Wording with(String name, String value) {
        values.put(name, OneLine.of(value));
        return this;
    }

    Wording with(String name, LocalDate day) {
        values.put(name, DAY.format(day));
        return this;
    }

    Wording with(String name, int number) {
        values.put(name, number);
        return this;
    }

    Wording with(String name, boolean holds) {
        values.put(name, holds);
        return this;
    }

    /** What is told once for each of these. */
    Wording with(String name, List<? extends Record> each) {
        values.put(name, each);
        return this;
    }

    /** How many more there are than are told of; none if negative or zero. */
    Wording withMore(int more) {
        values.put("more", more > 0 ? more : false);
        return this;
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private Wording withIfAny(String name, @Nullable String value) {
        values.put(name, value == null ? false : OneLine.of(value));
        return this;
    }
}
