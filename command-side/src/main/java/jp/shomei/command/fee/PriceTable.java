package jp.shomei.command.fee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Prices by the day from which they hold. Amounts are yen, tax included.
 *
 * @param entries in any order
 */
public record PriceTable(List<Entry> entries) {

    /** When the network's first certificates were issued. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 10, 1);

    public PriceTable {
        entries = entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a price table needs at least one price");
        }
    }

    /** The prices of the guide (手引き): 1,500 yen for each issue (発行料) and each renewal (更新料) since the network began. */
    public static PriceTable asPublished() {
        return new PriceTable(List.of(new Entry(FIRST_DAY, 1_500, 1_500)));
    }

    /**
     * The licence fee (発行料) of a certificate issued on this day, in yen.
     *
     * @throws IllegalArgumentException for a day before the first price
     */
    public int licenceFeeOn(LocalDate day) {
        return on(day).licenceFee();
    }

    /**
     * The renewal fee (更新料) of a certificate renewed on this day, in yen.
     *
     * @throws IllegalArgumentException for a day before the first price
     */
    public int renewalFeeOn(LocalDate day) {
        return on(day).renewalFee();
    }

    private Entry on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("no price on " + day));
    }

    /**
     * One price.
     *
     * @param from the first day, in Japan
     * @param licenceFee for an issue, yen, tax included
     * @param renewalFee for a renewal, yen, tax included
     */
    public record Entry(LocalDate from, int licenceFee, int renewalFee) {}
}
