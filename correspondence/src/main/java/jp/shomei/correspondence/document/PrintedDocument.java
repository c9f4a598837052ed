package jp.shomei.correspondence.document;

/**
 * A document as it is printed.
 *
 * @param pdf the file; it may hold secrets
 * @param pages how many pages it has
 */
public record PrintedDocument(byte[] pdf, int pages) {

    @Override
    public String toString() {
        return "PrintedDocument[" + pages + " pages, " + pdf.length + " bytes]";
    }
}
