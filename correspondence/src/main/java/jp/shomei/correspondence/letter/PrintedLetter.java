package jp.shomei.correspondence.letter;

/**
 * A letter as a document.
 *
 * @param pdf the document; it holds reference IDs
 * @param pages how many pages it has
 */
record PrintedLetter(byte[] pdf, int pages) {

    @Override
    public String toString() {
        return "PrintedLetter[" + pages + " pages, " + pdf.length + " bytes]";
    }
}
