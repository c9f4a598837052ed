package jp.shomei.contracts.certificate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application form to be changed field by field. */
final class TypedApplication {

    private final Map<String, @Nullable String> fields = new HashMap<>();
    private @Nullable Boolean feeAccepted;

    private TypedApplication() {}

    /** Nothing filled in. */
    static TypedApplication blank() {
        return new TypedApplication();
    }

    /** A medical institution's form without a mistake. */
    static TypedApplication good() {
        return of("1", "01", "1", "0100013");
    }

    /** A form without a mistake, of a category that types prefecture, score table and institution code. */
    static TypedApplication of(
            String category, String prefecture, @Nullable String scoreTable, String institutionCode) {
        return common(category)
                .with("prefecture", prefecture)
                .with("scoreTable", scoreTable)
                .with("institutionCode", institutionCode);
    }

    /** An insurer's form without a mistake. */
    static TypedApplication ofInsurer() {
        return common("7").with("insurerNumber", "01130012");
    }

    private static TypedApplication common(String category) {
        return blank().with("category", category)
                .with("institutionName", "証明クリニック")
                .with("contactName", "医事課")
                .with("phone", "0312345678")
                .with("email", "11@22.33")
                .with("terminalName", "総合受付 端末01")
                .withFeeAccepted(true);
    }

    TypedApplication with(String field, @Nullable String typed) {
        fields.put(field, typed);
        return this;
    }

    TypedApplication withFeeAccepted(@Nullable Boolean accepted) {
        feeAccepted = accepted;
        return this;
    }

    ApplicationForm form() {
        return new ApplicationForm(
                fields.get("category"),
                fields.get("prefecture"),
                fields.get("scoreTable"),
                fields.get("institutionCode"),
                fields.get("insurerNumber"),
                fields.get("institutionName"),
                fields.get("contactName"),
                fields.get("phone"),
                fields.get("email"),
                fields.get("terminalName"),
                feeAccepted);
    }
}
