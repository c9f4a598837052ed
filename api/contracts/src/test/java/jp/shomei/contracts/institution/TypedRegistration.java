package jp.shomei.contracts.institution;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registration form to be changed field by field. */
final class TypedRegistration {

    private final Map<String, @Nullable String> fields = new HashMap<>();

    private TypedRegistration() {}

    /** Nothing filled in. */
    static TypedRegistration blank() {
        return new TypedRegistration();
    }

    /** A medical institution in Hokkaido, for the code 0110100013, without a mistake. */
    static TypedRegistration good() {
        return of("1", "01", "1");
    }

    /** A registration without a mistake. */
    static TypedRegistration of(String category, @Nullable String prefecture, @Nullable String scoreTable) {
        return blank().with("name", "証明クリニック")
                .with("category", category)
                .with("prefecture", prefecture)
                .with("scoreTable", scoreTable)
                .with("postalCode", "0600001")
                .with("address", "北海道札幌市中央区北一条西1-1")
                .with("founder", "医療法人　証明会")
                .with("phone", "0112345678")
                .with("paymentMethod", "PAYMENT_SLIP");
    }

    TypedRegistration with(String field, @Nullable String typed) {
        fields.put(field, typed);
        return this;
    }

    RegistrationForm form() {
        return new RegistrationForm(
                fields.get("name"),
                fields.get("category"),
                fields.get("prefecture"),
                fields.get("scoreTable"),
                fields.get("postalCode"),
                fields.get("address"),
                fields.get("founder"),
                fields.get("phone"),
                fields.get("paymentMethod"));
    }
}
