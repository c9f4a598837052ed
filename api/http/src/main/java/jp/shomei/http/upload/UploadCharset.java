package jp.shomei.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.refusal.BadFile;
import jp.shomei.http.refusal.BadLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * In which characters a file is written: as declared, or else UTF-8 if it can be UTF-8, or else the Japanese Windows
 * charset. A file with a single byte that does not belong is not read at all, since a name would be filed wrong.
 */
public final class UploadCharset {
    /** The media type of CSV (RFC 7111). */
    public static final String CSV = "text/csv";

    private static final Charset WINDOWS = Charset.forName("windows-31j");
    // what Japanese programs call Shift_JIS is the Windows charset, which contains it
    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "windows-31j", WINDOWS,
            "cp932", WINDOWS,
            "ms932", WINDOWS,
            "shift_jis", WINDOWS,
            "sjis", WINDOWS);
    private static final int BLOCK = 64 * 1024;

    private UploadCharset() {}

    /** The charset of a content type; none if it does not say. */
    public static Optional<Charset> declared(@Nullable MediaType contentType) {
        String name = contentType == null ? null : contentType.getParameter("charset");
        if (name == null) {
            return Optional.empty();
        }
        Charset charset = KNOWN.get(name.replace("\"", "").toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw Refused.because(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return Optional.of(charset);
    }

    /**
     * The charset of a file.
     *
     * @throws BadFile naming the first line that is not written in it
     */
    public static Charset of(Path file, Optional<Charset> declared) throws IOException {
        if (declared.isEmpty() && firstBadLine(file, StandardCharsets.UTF_8) == 0) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = declared.orElse(WINDOWS);
        long line = firstBadLine(file, charset);
        if (line > 0) {
            throw new BadFile(ErrorCode.IMPORT_UNREADABLE, List.of(new BadLine.Whole(line, BadLine.Fault.CHARSET)), 1);
        }
        return charset;
    }

    /** The first line with bytes that are no characters, from 1; 0 if there is none. */
    private static long firstBadLine(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        long line = 1;
        try (InputStream input = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                line += characters
                        .flip()
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                if (result.isError()) {
                    return line;
                }
                characters.clear();
                bytes.compact();
            }
        }
        return 0;
    }
}
