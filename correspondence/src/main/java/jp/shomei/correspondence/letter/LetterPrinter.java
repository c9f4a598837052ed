package jp.shomei.correspondence.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * Prints letters as PDF/A-2u (ISO 19005-2). The same content gives the same bytes. Nothing is fetched from anywhere:
 * whatever a letter needs is in this program. May be used by several threads at once.
 */
final class LetterPrinter {

    private static final int USUAL_WEIGHT = 400;

    static {
        QuietLog.install();
    }

    private final LetterTemplate template = new LetterTemplate();
    private final LetterFont font = new LetterFont();
    private final DocumentFinish finish = new DocumentFinish();
    private final byte[] colours = Resources.bytes("colour/sRGB-v2-magic.icc");

    /**
     * Prints a letter.
     *
     * @throws UnprintableLetter if it cannot be printed just as it is meant
     */
    PrintedLetter print(LetterContent content) {
        TrueTypeFont drawing = take();
        try {
            String xhtml = LetterFont.drawable(template.fill(content));
            PrintedLetter letter = print(xhtml, content.dispatchOn(), drawing);
            font.giveBack(drawing);
            return letter;
        } catch (UnprintableLetter known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // everything is in memory, so it is the letter that breaks it; its message may show a part of the letter
            throw new UnprintableLetter(
                    "a letter breaks its layout: " + broken.getClass().getName());
        }
    }

    private TrueTypeFont take() {
        try {
            return font.take();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PrintedLetter print(String xhtml, LocalDate day, TrueTypeFont drawing) throws IOException {
        Document text = LetterTemplate.parse(xhtml);
        SortedMap<Integer, Integer> characters = LetterFont.charactersByGlyph(
                drawing, DocumentFinish.GENERATED + text.getDocumentElement().getTextContent());
        try (PDDocument document = new PDDocument()) {
            PDType0Font embedded = PDType0Font.load(document, drawing, true);
            lay(text, document, embedded);
            int pages = document.getNumberOfPages();
            return new PrintedLetter(finish.save(document, embedded, characters, day, xhtml), pages);
        }
    }

    private void lay(Document text, PDDocument document, PDType0Font embedded) throws IOException {
        List<Diagnostic> complaints = new ArrayList<>();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withW3cDocument(text, null);
        builder.useFont(new PDFontSupplier(embedded), "Letter", USUAL_WEIGHT, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(colours);
        builder.useUriResolver((base, address) -> null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, when);
        }
        builder.withDiagnosticConsumer(complaints::add);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
        refuse(complaints);
    }

    /** A letter with something left out, replaced or misunderstood is none. What exactly it was may be a holder's data. */
    private static void refuse(List<Diagnostic> complaints) {
        List<String> grave = complaints.stream()
                .filter(complaint -> complaint.getLevel().intValue() >= Level.WARNING.intValue())
                .map(complaint -> complaint.getLogMessageId().toString())
                .toList();
        if (!grave.isEmpty()) {
            throw new UnprintableLetter("a letter cannot be laid out: " + grave);
        }
    }
}
