package jp.shomei.correspondence.letter;

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
import jp.shomei.contracts.time.JapanTime;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes a laid out letter a file in which nothing tells when and where it was made. */
final class DocumentFinish {

    /** The characters that the style sheet adds: page numbers, and the head of the pages with boxes. */
    static final String GENERATED = "0123456789/ 電子証明書取得に関する情報";

    private static final String TITLE = "電子証明書発行通知書";
    private static final String PRODUCER = "Shomei";

    private final Template metadata = Mustache.compiler().escapeHTML(true).compile(Resources.text("letter.xmp"));

    private record Description(String title, String producer, String made) {}

    /**
     * The file.
     *
     * @param characters what each glyph stands for
     * @param day the letter's date, at whose beginning in Japan it is said to be made
     * @param text everything the letter says, from which its identifier follows
     */
    byte[] save(
            PDDocument document, PDType0Font font, SortedMap<Integer, Integer> characters, LocalDate day, String text)
            throws IOException {
        describe(document, day.atStartOfDay(JapanTime.ZONE));
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
    private void describe(PDDocument document, ZonedDateTime made) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(TITLE);
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(made));
        information.setModificationDate(GregorianCalendar.from(made));
        document.setDocumentInformation(information);
        PDMetadata described = new PDMetadata(document);
        described.importXMPMetadata(
                metadata.execute(new Description(TITLE, PRODUCER, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(made)))
                        .getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(described);
    }

    private static long identifier(String text) {
        return ByteBuffer.wrap(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
