package jp.shomei.projections.block.view;

import java.time.LocalDate;

/**
 * What a {@link DayBlock} is a block of.
 *
 * @param day the day
 * @param beginning how the request IDs in it begin
 * @param what what is to be told of that day; without colons
 */
public record BlockName(LocalDate day, String beginning, String what) {

    private static final int BEGINNING = 13;

    /** The name of the block of a certificate. */
    public static BlockName of(LocalDate day, String requestId, String what) {
        return new BlockName(day, beginning(requestId), what);
    }

    /** Reads what {@link #text} wrote. */
    public static BlockName of(String text) {
        String[] parts = text.split(":", 3);
        return new BlockName(LocalDate.parse(parts[0]), parts[1], parts[2]);
    }

    /** What precedes the texts of the names of every block of this day and later ones, and follows those of days before. */
    public static String firstText(LocalDate day) {
        return day.toString();
    }

    /** The beginning of a request ID that decides on its block. */
    public static String beginning(String requestId) {
        return requestId.substring(0, BEGINNING);
    }

    /** The {@code _id} of the block. */
    public String text() {
        return firstText(day) + ":" + beginning + ":" + what;
    }
}
