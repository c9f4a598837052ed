package jp.shomei.contracts.fee;

/**
 * A slip to be printed.
 *
 * @param pdf the document
 */
public record SlipDocument(byte[] pdf) {

    @Override
    public String toString() {
        return "SlipDocument[" + pdf.length + " bytes]";
    }
}
