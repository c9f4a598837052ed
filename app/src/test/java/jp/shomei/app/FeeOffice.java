package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** What officers take back and give up, and how institutions change their minds, while fees are collected. */
final class FeeOffice {

    private static final List<String> METHODS = List.of("DEDUCTION", "DEDUCTION", "PAYMENT_SLIP");

    private final Random random;
    private final FeeRehearsal fees;
    private int writtenOff;

    FeeOffice(Random random, FeeRehearsal fees) {
        this.random = random;
        this.fees = fees;
    }

    /** How many bills were given up. */
    int writtenOff() {
        return writtenOff;
    }

    /** An officer takes something back, and cannot do so twice. */
    void reverse() {
        List<String> names = fees.expected.keySet().stream()
                .filter(name -> !name.startsWith("V-") && !fees.expected.containsKey("V-" + name))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        String path = "/api/v1/charges/" + name + "/reversal";
        Map<String, String> reason = Map.of("reason", "誤って計上したため");
        fees.shomei().post("officer", path, reason).expect(200);
        fees.shomei().post("officer", path, reason).expect(409);
        fees.expected.put("V-" + name, -fees.expected.get(name));
    }

    /** One institution files how it pays from now on. */
    void chooseAnew() {
        String code = Clinic.codeOf(1 + random.nextInt(FeeRehearsal.INSTITUTIONS));
        Map<String, Object> filed = Clinic.registration();
        filed.put("paymentMethod", METHODS.get(random.nextInt(METHODS.size())));
        assertThat(fees.shomei()
                        .put("operator", "/api/v1/institutions/" + code, filed)
                        .status())
                .isEqualTo(200);
    }

    /** Some of what is overdue is given up. */
    void giveUp(YearMonth month) {
        for (String status : List.of("OVERDUE", "DEFAULTED")) {
            for (JsonNode bill : fees.items("/api/v1/ledgers/" + month + "/bills?status=" + status)) {
                if (random.nextInt(3) == 0) {
                    String billId = bill.get("billId").asString();
                    fees.shomei()
                            .post("officer", "/api/v1/bills/" + billId + "/write-off", Map.of("reason", "廃止"))
                            .expect(200);
                    writtenOff++;
                }
            }
        }
    }
}
