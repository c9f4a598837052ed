package jp.shomei.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** A fictitious clinic, as it registers and applies over HTTP. */
final class Clinic {

    static final String CODE = "0110214822";
    static final String NAME = "証明クリニック";

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

    static Map<String, Object> application(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("category", "1");
        fields.put("prefecture", "01");
        fields.put("scoreTable", "1");
        fields.put("institutionCode", "0214822");
        fields.put("institutionName", name);
        fields.put("contactName", "総務課");
        fields.put("phone", "0112345678");
        fields.put("email", "soumu@example.jp");
        fields.put("terminalName", "総合受付 端末01");
        fields.put("feeAccepted", true);
        return fields;
    }

    static void register(RunningShomei shomei) {
        RunningShomei.Answer answer = shomei.put("operator", "/api/v1/institutions/" + CODE, registration());
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
    }

    static String apply(RunningShomei shomei, String name) {
        return shomei.post("institution", "/api/v1/applications", application(name))
                .expect(201)
                .json()
                .get("requestId")
                .asString();
    }
}
