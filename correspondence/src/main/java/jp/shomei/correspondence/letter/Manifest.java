package jp.shomei.correspondence.letter;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import jp.shomei.contracts.institution.PrintableText;
import jp.shomei.correspondence.document.UnprintableDocument;

/**
 * The list of an archive's letters (発送一覧): CSV in windows-31j with CRLF, as the forwarding agent's program reads it. A
 * program reads it, and no spreadsheet: values are exact, and one that begins like a formula is left as it is.
 */
final class Manifest {

    private static final Charset CHARSET = Charset.forName("windows-31j");

    private final StringWriter text = new StringWriter();
    private final CsvWriter rows =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);

    Manifest() {
        rows.writeRecord("連番", "通知書番号", "郵便番号", "住所", "名称", "宛名", "ページ数", "ファイル名", "SHA-256");
    }

    /**
     * One letter.
     *
     * @param file its name in the archive
     * @param sha256 its digest, hexadecimal
     */
    void add(int serial, PrintedNotice notice, int pages, String file, String sha256) {
        rows.writeRecord(
                String.valueOf(serial),
                notice.prepared().noticeId(),
                notice.prepared().address().postalCode(),
                notice.prepared().address().address(),
                notice.prepared().address().institutionName(),
                notice.prepared().addressee().name(),
                String.valueOf(pages),
                file,
                sha256);
    }

    /**
     * The whole list.
     *
     * @throws UnprintableDocument if it holds a character that windows-31j has not
     */
    byte[] bytes() {
        try {
            rows.close();
            ByteBuffer encoded = CHARSET.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(PrintableText.inSignsOfItsCharset(text.toString())));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unwritable) {
            throw new UnprintableDocument("an address holds a character that the manifest cannot hold");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
