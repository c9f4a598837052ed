package jp.shomei.contracts.fee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prices by the day from which they hold. Amounts are yen, tax included.
 *
 * @param entries in any order
 */
public record PriceTable(List<Entry> entries) {

    /** When the network's first certificates were issued. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 10, 1);

    private static final int HIGHEST = 1_000_000;

    /**
     * A table that tells one price for each day.
     *
     * @throws IllegalArgumentException if it is empty, or two prices hold from the same day
     */
    public PriceTable {
        entries = entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a price table needs at least one price");
        }
        Set<LocalDate> days = new HashSet<>();
        for (Entry entry : entries) {
            if (!days.add(entry.from())) {
                throw new IllegalArgumentException("two prices hold from " + entry.from());
            }
        }
    }

    /**
     * The prices of the guide (手引き) since the network began: 1,500 yen for each issue (発行料) and each renewal (更新料), and
     * 753 yen for each notice that is mailed (郵送手数料). No other price was ever published.
     */
    public static PriceTable asPublished() {
        return new PriceTable(List.of(new Entry(FIRST_DAY, 1_500, 1_500, 753)));
    }

    /**
     * This table and more prices, which count from their days on; one for a day that has a price replaces it.
     *
     * @throws IllegalArgumentException if two of them hold from the same day
     */
    public PriceTable and(List<Entry> more) {
        Set<LocalDate> replaced = more.stream().map(Entry::from).collect(Collectors.toSet());
        return new PriceTable(
                Stream.concat(entries.stream().filter(entry -> !replaced.contains(entry.from())), more.stream())
                        .toList());
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

    /**
     * The postage (郵送手数料) of a notice mailed on this day, in yen.
     *
     * @throws IllegalArgumentException for a day before the first price
     */
    public int postageOn(LocalDate day) {
        return on(day).postage();
    }

    private Entry on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("no price on " + day));
    }

    /**
     * The prices from one day on.
     *
     * @param from the first day, in Japan
     * @param licenceFee for an issue, yen, tax included; 0 if it is free
     * @param renewalFee for a renewal, yen, tax included; 0 if it is free
     * @param postage for a notice, yen, tax included; 0 if it is free
     */
    public record Entry(LocalDate from, int licenceFee, int renewalFee, int postage) {

        /**
         * Prices that can be.
         *
         * @throws IllegalArgumentException for a price below 0 or above a million yen
         */
        public Entry {
            requirePrice("the licence fee", licenceFee, from);
            requirePrice("the renewal fee", renewalFee, from);
            requirePrice("the postage", postage, from);
        }

        private static void requirePrice(String what, int yen, LocalDate from) {
            if (yen < 0 || yen > HIGHEST) {
                throw new IllegalArgumentException(
                        what + " from " + from + " cannot be " + yen + " yen, but 0 to " + HIGHEST);
            }
        }
    }
}
