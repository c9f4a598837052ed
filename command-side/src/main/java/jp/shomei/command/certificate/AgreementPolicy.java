package jp.shomei.command.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.Finding.Kind;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import org.jspecify.annotations.Nullable;

/**
 * An application that agrees with the registration in name, code, category and prefecture is approved at once; anything
 * else is for an officer to look at. Names agree if they differ only in width of characters and in spaces.
 *
 * @param codes says whether a wrong check digit is a finding
 */
public record AgreementPolicy(CodePolicy codes) {

    /** What is odd about the application; empty if it agrees. */
    public List<Finding> compare(Application application, Registration filed) {
        List<Finding> findings = new ArrayList<>();
        if (!comparable(application.institutionName()).equals(comparable(filed.name()))) {
            findings.add(new Finding(Kind.NAME_DIFFERS, filed.name(), application.institutionName()));
        }
        if (application.category() != filed.category()) {
            findings.add(new Finding(
                    Kind.CATEGORY_DIFFERS,
                    filed.category().label(),
                    application.category().label()));
        }
        if (!Objects.equals(application.prefecture(), filed.prefecture()) && application.prefecture() != null) {
            findings.add(
                    new Finding(Kind.PREFECTURE_DIFFERS, label(filed.prefecture()), label(application.prefecture())));
        }
        if (codes.warnsOf(application.institution())) {
            String code = application.institution().value();
            findings.add(new Finding(Kind.CHECK_DIGIT_WRONG, code, code));
        }
        return findings;
    }

    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String label(@Nullable Prefecture prefecture) {
        return prefecture == null ? "" : prefecture.label();
    }
}
