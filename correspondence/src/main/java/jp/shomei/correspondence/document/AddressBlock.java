package jp.shomei.correspondence.document;

import java.util.Arrays;

/** How large the address can be written so that all of it shows in the envelope's window. */
public enum AddressBlock {
    USUAL("usual", 22, 8),
    SMALL("small", 26, 10),
    TINY("tiny", 31, 14);

    private static final int POSTAL_CODE = 1;
    private static final int AREA_DIGITS = 3;

    private final String style;
    private final int perLine;
    private final int lines;

    AddressBlock(String style, int perLine, int lines) {
        this.style = style;
        this.perLine = perLine;
        this.lines = lines;
    }

    /** The style sheet's class for this size. */
    public String style() {
        return style;
    }

    /** The largest size in which everything below the postal code finds room, each part beginning a line. */
    public static AddressBlock of(String... parts) {
        for (AddressBlock size : values()) {
            if (size.holds(parts)) {
                return size;
            }
        }
        return TINY;
    }

    /** Seven digits as they are printed, {@code 060-0001}. */
    public static String postalCode(String digits) {
        return digits.substring(0, AREA_DIGITS) + "-" + digits.substring(AREA_DIGITS);
    }

    private boolean holds(String... parts) {
        return POSTAL_CODE
                        + Arrays.stream(parts)
                                .mapToInt(part -> linesOf(width(part)))
                                .sum()
                <= lines;
    }

    private int linesOf(int width) {
        return Math.ceilDiv(width, perLine);
    }

    /** In full-width characters; half-width ones are counted as such too, for capital letters are nearly as wide. */
    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
