package jp.shomei.correspondence.letter;

import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;

/** How large the address can be written so that all of it shows in the envelope's window. */
enum AddressBlock {
    USUAL("usual", 22, 8),
    SMALL("small", 26, 10),
    TINY("tiny", 31, 14);

    private static final int POSTAL_CODE = 1;
    private static final int HONORIFIC = 2;

    private final String style;
    private final int perLine;
    private final int lines;

    AddressBlock(String style, int perLine, int lines) {
        this.style = style;
        this.perLine = perLine;
        this.lines = lines;
    }

    /** The style sheet's class for this size. */
    String style() {
        return style;
    }

    /** The largest size in which everything finds room. */
    static AddressBlock of(PostalAddress address, Contact addressee) {
        for (AddressBlock size : values()) {
            if (size.holds(address, addressee)) {
                return size;
            }
        }
        return TINY;
    }

    private boolean holds(PostalAddress address, Contact addressee) {
        int needed = POSTAL_CODE
                + linesOf(width(address.address()))
                + linesOf(width(address.institutionName()))
                + linesOf(width(addressee.name()) + HONORIFIC);
        return needed <= lines;
    }

    private int linesOf(int width) {
        return Math.ceilDiv(width, perLine);
    }

    /** In full-width characters; half-width ones are counted as such too, for capital letters are nearly as wide. */
    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
