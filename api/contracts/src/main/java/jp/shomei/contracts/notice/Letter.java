package jp.shomei.contracts.notice;

/**
 * A letter to be printed. It holds reference IDs.
 *
 * @param pdf the document
 */
public record Letter(byte[] pdf) {

    @Override
    public String toString() {
        return "Letter[" + pdf.length + " bytes]";
    }
}
