package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter as somebody reads it. */
final class Rendered {

    private Rendered() {}

    /** The text of each page, without spaces and line ends. */
    static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper reader = new PDFTextStripper();
                reader.setSortByPosition(false);
                reader.setStartPage(page);
                reader.setEndPage(page);
                pages.add(reader.getText(document).replaceAll("[\\s\u3000]", ""));
            }
            return pages;
        }
    }

    static String text(byte[] pdf) throws IOException {
        return String.join("", pages(pdf));
    }
}
