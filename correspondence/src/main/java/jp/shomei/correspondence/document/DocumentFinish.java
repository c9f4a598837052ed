package jp.shomei.correspondence.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.SortedMap;
import jp.shomei.contracts.message.Sha256;
import jp.shomei.contracts.time.JapanTime;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes a laid out document a file in which nothing tells when and where it was made. */
final class DocumentFinish {

    private static final String PRODUCER = "Shomei";

    private final Template metadata =
            Mustache.compiler().escapeHTML(true).compile(Resources.text(DocumentFinish.class, "document.xmp"));

    private record Description(String title, String producer, String made) {}

    /**
     * The file.
     *
     * @param title its title
     * @param text everything it says, from which its identifier follows
     * @param day its date, at whose beginning in Japan it is said to be made
     * @param characters what each glyph stands for
     */
    byte[] save(
            PDDocument document,
            PDType0Font font,
            String title,
            String text,
            LocalDate day,
            SortedMap<Integer, Integer> characters)
            throws IOException {
        describe(document, title, day.atStartOfDay(JapanTime.ZONE));
        document.setDocumentId(identifier(text));
        // the font is cut down to what is used when a document is saved, and only then can it be told what its glyphs
        // mean
        document.save(OutputStream.nullOutputStream());
        font.getCOSObject()
                .setItem(
                        COSName.TO_UNICODE,
                        new PDStream(
                                document,
                                new ByteArrayInputStream(CharacterMap.write(characters)),
                                COSName.FLATE_DECODE));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    /** Says the same in both places where a document tells about itself, as PDF/A demands. */
    private void describe(PDDocument document, String title, ZonedDateTime made) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(made));
        information.setModificationDate(GregorianCalendar.from(made));
        document.setDocumentInformation(information);
        PDMetadata described = new PDMetadata(document);
        described.importXMPMetadata(
                metadata.execute(new Description(title, PRODUCER, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(made)))
                        .getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(described);
    }

    private static long identifier(String text) {
        return ByteBuffer.wrap(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
