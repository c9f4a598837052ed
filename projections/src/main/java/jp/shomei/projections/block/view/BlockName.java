package jp.shomei.projections.block.view;

import java.time.LocalDate;

/**
 * What a {@link DayBlock} is a block of.
 *
 * @param day the day
 * @param beginning how the IDs in it begin
 * @param what what is to be told of that day; without colons
 */
public record BlockName(LocalDate day, String beginning, String what) {

    /** Reads what {@link #text} wrote. */
    public static BlockName of(String text) {
        String[] parts = text.split(":", 3);
        return new BlockName(LocalDate.parse(parts[0]), parts[1], parts[2]);
    }

    /** What precedes the texts of the names of every block of this day and later ones, and follows those of days before. */
    public static String firstText(LocalDate day) {
        return day.toString();
    }

    /** The {@code _id} of the block. */
    public String text() {
        return firstText(day) + ":" + beginning + ":" + what;
    }
}
