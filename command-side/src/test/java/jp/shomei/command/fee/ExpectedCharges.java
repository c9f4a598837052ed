package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.InstitutionCode;

/** What must be charged, told once more: from what was done, when, and which months were closed by then. */
final class ExpectedCharges {

    static final LocalDate DEARER = LocalDate.of(2024, 7, 16);
    static final LocalDate CHEAPER = LocalDate.of(2027, 8, 16);

    private final Map<String, Line> lines = new TreeMap<>();
    private final List<Line> order = new ArrayList<>();
    private final Set<YearMonth> closed = new HashSet<>();
    private final Set<String> takenBack = new HashSet<>();

    /**
     * One charge there must be.
     *
     * @param month in which it is billed
     */
    record Line(String chargeId, InstitutionCode institution, int amount, YearMonth month) {}

    /** The prices of the real table that say the same. */
    static PriceTable prices() {
        return PriceTable.asPublished()
                .and(List.of(
                        new PriceTable.Entry(CHEAPER, 1_400, 1_300, 700),
                        new PriceTable.Entry(DEARER, 1_650, 1_600, 880)));
    }

    void issued(String requestId, InstitutionCode institution, LocalDate day) {
        add("L-" + requestId, institution, priceOn(day, 1_500, 1_650, 1_400), day);
    }

    void renewed(String requestId, InstitutionCode institution, LocalDate day) {
        add("R-" + requestId + "-2", institution, priceOn(day, 1_500, 1_600, 1_300), day);
    }

    void posted(String noticeId, InstitutionCode institution, LocalDate day) {
        add("P-" + noticeId, institution, priceOn(day, 753, 880, 700), day);
    }

    /** A line is taken back, whose month may be closed: a month that is yet to come bears it. */
    void reversed(Line line, LocalDate day) {
        takenBack.add(line.chargeId());
        YearMonth next = YearMonth.from(day).plusMonths(1);
        YearMonth first = line.month().isBefore(next) ? next : line.month();
        put("V-" + line.chargeId(), line.institution(), -line.amount(), first);
    }

    void closed(YearMonth month) {
        closed.add(month);
    }

    boolean isClosed(YearMonth month) {
        return closed.contains(month);
    }

    /** The months that are closed, oldest first. */
    SortedSet<YearMonth> closed() {
        return new TreeSet<>(closed);
    }

    boolean isTakenBack(Line line) {
        return takenBack.contains(line.chargeId());
    }

    /** All so far, in the order in which they arose. */
    List<Line> inOrder() {
        return order;
    }

    Map<String, Line> byName() {
        return lines;
    }

    private static int priceOn(LocalDate day, int atFirst, int then, int atLast) {
        if (day.isBefore(DEARER)) {
            return atFirst;
        }
        return day.isBefore(CHEAPER) ? then : atLast;
    }

    private void add(String chargeId, InstitutionCode institution, int amount, LocalDate day) {
        put(chargeId, institution, amount, YearMonth.from(day).plusMonths(2));
    }

    private void put(String chargeId, InstitutionCode institution, int amount, YearMonth first) {
        YearMonth month = first;
        while (closed.contains(month)) {
            month = month.plusMonths(1);
        }
        Line line = new Line(chargeId, institution, amount, month);
        assertThat(lines.put(chargeId, line)).as("done once").isNull();
        order.add(line);
    }
}
