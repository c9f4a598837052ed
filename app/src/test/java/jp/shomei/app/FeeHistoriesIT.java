package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Random years of fees through the real program, with SIGKILL amid closing and amid results: everything is charged once
 * and to the yen, and so it stands when all that is shown was derived again. Many more, without processes, are in the
 * command side's {@code FeeHistoriesTest}. {@code -Dshomei.fee.certificates=N} for more, {@code -Dshomei.seed=N} for other years.
 */
class FeeHistoriesIT {

    private static final int CERTIFICATES = Integer.getInteger("shomei.fee.certificates", 120);
    private static final long SEED = Long.getLong("shomei.seed", 20_240_601);
    private static final int MONTHS = 3;
    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 10);
    private static final YearMonth FIRST_BILLED = YearMonth.of(2024, 3);
    private static final Set<String> WAITING =
            Set.of("OPEN", "DEDUCTION_INSTRUCTED", "DEDUCTION_FAILED", "SLIP_PLANNED", "SLIP_ISSUED", "REFUND_DUE");
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    @TempDir
    Path scratch;

    private final Random random = new Random(SEED);
    private final SortedMap<String, String> files = new TreeMap<>();
    private FeeRehearsal fees;
    private FeeOffice office;

    @AfterEach
    void stop() throws InterruptedException {
        fees.stop();
    }

    @Test
    void everythingIsChargedOnceAndCollectedToTheYen() throws Exception {
        fees = new FeeRehearsal(scratch.resolve("data"), random, BEGIN);
        office = new FeeOffice(random, fees);
        for (int month = 0; month < MONTHS; month++) {
            fees.apply(CERTIFICATES / MONTHS);
            LocalDate day = fees.today();
            fees.moveTo(day.plusDays(5), false);
            fees.post(day, day.plusDays(5));
            fees.moveTo(day.plusDays(12), false);
            fees.postAgain();
            fees.moveTo(BEGIN.plusMonths(month + 1), month > 0);
        }
        collectUntil(YearMonth.of(2024, 8));
        fees.moveTo(LocalDate.of(2026, 6, 10), false);
        fees.renew();
        collectUntil(LAST);

        assertThat(chargedAmounts()).isEqualTo(fees.expected);
        assertThat(openBills()).isEmpty();
        SortedMap<String, String> before = new TreeMap<>(files);
        fees.deriveAgain();
        assertThat(chargedAmounts()).isEqualTo(fees.expected);
        assertThat(files).as("the same bytes as before").isEqualTo(before);
        System.out.printf(
                "%d certificates applied for (seed %d): %d charges and reversals, each once; %d bills written off.%n",
                CERTIFICATES, SEED, fees.expected.size(), office.writtenOff());
    }

    /** On the 21st of every month the payment system reports, now and then twice, late, or while the process is killed. */
    private void collectUntil(YearMonth last) throws Exception {
        for (YearMonth now = YearMonth.from(fees.today()); !now.isAfter(last); now = now.plusMonths(1)) {
            LocalDate day = now.atDay(21);
            if (day.isAfter(fees.today())) {
                fees.moveTo(day, random.nextInt(8) == 0);
            }
            if (now.isBefore(last.minusMonths(2))) {
                takeBackSome();
            }
            office.chooseAnew();
            for (YearMonth month = later(FIRST_BILLED, now.minusMonths(3));
                    !month.isAfter(now);
                    month = month.plusMonths(1)) {
                report(month, now.equals(last));
                office.giveUp(month);
            }
        }
    }

    /** Early enough that it is refunded, or set against other fees, before the last month. */
    private void takeBackSome() {
        for (int left = CERTIFICATES / 30; left > 0; left--) {
            office.reverse();
        }
    }

    private void report(YearMonth month, boolean allPaid) throws Exception {
        StringBuilder lines = new StringBuilder("institution,attempt,outcome,on\r\n");
        int header = lines.length();
        for (JsonNode bill : fees.items("/api/v1/ledgers/" + month + "/bills?limit=200")) {
            String outcome = outcome(bill.get("status").asString(), allPaid);
            if (!outcome.isEmpty()) {
                lines.append(bill.get("institution").asString())
                        .append(",,")
                        .append(outcome)
                        .append(",\r\n");
            }
        }
        if (lines.length() > header) {
            boolean killed = random.nextInt(15) == 0;
            JsonNode first = fees.results(month.toString(), lines.toString(), killed);
            assertThat(first.get("repeated").asBoolean() && !killed).isFalse();
            assertThat(fees.results(month.toString(), lines.toString(), false)
                            .get("repeated")
                            .asBoolean())
                    .isTrue();
        }
    }

    private String outcome(String status, boolean paid) {
        boolean good = paid || random.nextInt(3) > 0;
        return switch (status) {
            case "DEDUCTION_INSTRUCTED" -> good ? "DEDUCTED" : "INSUFFICIENT";
            case "SLIP_ISSUED", "OVERDUE", "DEFAULTED", "REFUND_DUE" -> good ? "PAID" : "";
            default -> "";
        };
    }

    /** What still waits for a report, though everything was reported in the end. */
    private List<String> openBills() {
        return Stream.iterate(FIRST_BILLED, month -> !month.isAfter(LAST), month -> month.plusMonths(1))
                .flatMap(month -> fees.items("/api/v1/ledgers/" + month + "/bills?limit=200").stream())
                .filter(bill -> WAITING.contains(bill.get("status").asString()))
                .map(JsonNode::toString)
                .toList();
    }

    /** Every line of every month, whose file is what its digest says, and whose accounts add up. */
    private SortedMap<String, Integer> chargedAmounts() throws Exception {
        SortedMap<String, Integer> charged = new TreeMap<>();
        for (YearMonth month = FIRST_BILLED; !month.isAfter(LAST); month = month.plusMonths(1)) {
            String path = "/api/v1/ledgers/" + month;
            long sum = 0;
            for (JsonNode line : fees.items(path + "?limit=100")) {
                int amount = line.get("amount").asInt();
                assertThat(charged.put(line.get("chargeId").asString(), amount)).isNull();
                sum += amount;
            }
            JsonNode ledger = fees.shomei().get("billing", path).expect(200).json();
            assertThat(ledger.get("amount").asLong()).isEqualTo(sum);
            if (ledger.get("state").asString().equals("CLOSED")) {
                byte[] file = fees.shomei()
                        .get("billing", path, "Accept", "text/csv")
                        .expect(200)
                        .bytes();
                files.put(path, sha256(file));
                assertThat(files.get(path)).isEqualTo(ledger.get("sha256").asString());
                assertThat(new String(file, StandardCharsets.UTF_8).lines().count())
                        .isEqualTo(ledger.get("lineCount").asLong() + 1);
            }
            balances(path, sum);
        }
        return charged;
    }

    private void balances(String path, long charged) {
        JsonNode balance =
                fees.shomei().get("billing", path + "/balance").expect(200).json();
        JsonNode accounts = balance.get("accounts");
        List<JsonNode> bills = fees.items(path + "/bills?limit=200");
        long outstanding = bills.stream()
                .mapToLong(bill -> bill.get("outstanding").asLong())
                .sum();
        assertThat(balance.get("total").asLong()).isZero();
        assertThat(accounts.path("RECEIVABLE").asLong()).isEqualTo(outstanding);
        assertThat(-accounts.path("FEES").asLong() - accounts.path("TAX").asLong())
                .isEqualTo(charged);
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
