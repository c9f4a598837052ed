package jp.shomei.app;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.shomei.contracts.institution.CheckDigit;

/** A fictitious clinic, as it registers and applies over HTTP. */
public final class Clinic {

    static final String CODE = "0110214822";
    /** The name of them all. */
    public static final String NAME = "証明クリニック";

    private Clinic() {}

    static Map<String, Object> registration() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", NAME);
        fields.put("category", "1");
        fields.put("prefecture", "01");
        fields.put("scoreTable", "1");
        fields.put("postalCode", "0600001");
        fields.put("address", "北海道札幌市中央区北一条西1-1");
        fields.put("founder", "証明　太郎");
        fields.put("phone", "0112345678");
        fields.put("paymentMethod", "DEDUCTION");
        return fields;
    }

    /** The code of one of many clinics of the same name, its check digit right. */
    public static String codeOf(int number) {
        String digits = "011%06d".formatted(number);
        for (int check = 0; check < 10; check++) {
            if (CheckDigit.isValid(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError("one digit must be right");
    }

    static Map<String, Object> application(String name) {
        return application(CODE, name);
    }

    static Map<String, Object> application(String code, String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("category", "1");
        fields.put("prefecture", "01");
        fields.put("scoreTable", "1");
        fields.put("institutionCode", code.substring(3));
        fields.put("institutionName", name);
        fields.put("contactName", "総務課");
        fields.put("phone", "0112345678");
        fields.put("email", "soumu@example.jp");
        fields.put("terminalName", "総合受付 端末01");
        fields.put("feeAccepted", true);
        return fields;
    }

    static void register(RunningShomei shomei) {
        register(shomei, CODE);
    }

    static void register(RunningShomei shomei, String code) {
        RunningShomei.Answer answer = shomei.put("operator", "/api/v1/institutions/" + code, registration());
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
    }

    static String apply(RunningShomei shomei, String name) {
        return apply(shomei, CODE, name);
    }

    static String apply(RunningShomei shomei, String code, String name) {
        return shomei.post("institution", "/api/v1/applications", application(code, name))
                .expect(201)
                .json()
                .get("requestId")
                .asString();
    }
}
