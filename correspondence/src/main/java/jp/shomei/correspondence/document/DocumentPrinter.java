package jp.shomei.correspondence.document;

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
 * Prints documents as PDF/A-2u (ISO 19005-2). The same form, values and day give the same bytes. Nothing is fetched from
 * anywhere: whatever a document needs is in this program. May be used by several threads at once.
 */
public final class DocumentPrinter {

    /** The name of the one font in style sheets. */
    private static final String FAMILY = "Letter";

    private static final int USUAL_WEIGHT = 400;

    static {
        QuietLog.install();
    }

    private final DocumentFont font = new DocumentFont();
    private final DocumentFinish finish = new DocumentFinish();
    private final byte[] colours = Resources.bytes(DocumentPrinter.class, "colour/sRGB-v2-magic.icc");

    /**
     * Prints a document.
     *
     * @param form its form
     * @param values what is filled in
     * @param day its date, at whose beginning in Japan it is said to be made
     * @throws UnprintableDocument if it cannot be printed just as it is meant
     */
    public PrintedDocument print(DocumentForm form, Object values, LocalDate day) {
        TrueTypeFont drawing = take();
        try {
            String xhtml = DocumentFont.drawable(form.fill(values));
            PrintedDocument printed = print(form, xhtml, day, drawing);
            font.giveBack(drawing);
            return printed;
        } catch (UnprintableDocument known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // everything is in memory, so it is the text that breaks it; its message may show a part of that
            throw new UnprintableDocument(
                    "a document breaks its layout: " + broken.getClass().getName());
        }
    }

    private TrueTypeFont take() {
        try {
            return font.take();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PrintedDocument print(DocumentForm form, String xhtml, LocalDate day, TrueTypeFont drawing)
            throws IOException {
        Document text = DocumentForm.parse(xhtml);
        SortedMap<Integer, Integer> characters = DocumentFont.charactersByGlyph(
                drawing, form.generated() + text.getDocumentElement().getTextContent());
        try (PDDocument document = new PDDocument()) {
            PDType0Font embedded = PDType0Font.load(document, drawing, true);
            lay(text, document, embedded);
            int pages = document.getNumberOfPages();
            return new PrintedDocument(finish.save(document, embedded, form.title(), xhtml, day, characters), pages);
        }
    }

    private void lay(Document text, PDDocument document, PDType0Font embedded) throws IOException {
        List<Diagnostic> complaints = new ArrayList<>();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withW3cDocument(text, null);
        builder.useFont(new PDFontSupplier(embedded), FAMILY, USUAL_WEIGHT, FontStyle.NORMAL, true);
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

    /** A document with something left out, replaced or misunderstood is none. What exactly may be a holder's data. */
    private static void refuse(List<Diagnostic> complaints) {
        List<String> grave = complaints.stream()
                .filter(complaint -> complaint.getLevel().intValue() >= Level.WARNING.intValue())
                .map(complaint -> complaint.getLogMessageId().toString())
                .toList();
        if (!grave.isEmpty()) {
            throw new UnprintableDocument("a document cannot be laid out: " + grave);
        }
    }
}
