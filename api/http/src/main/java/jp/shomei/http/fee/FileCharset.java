package jp.shomei.http.fee;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.shomei.http.message.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The character encodings in which a file can be had. */
enum FileCharset {
    UTF_8(StandardCharsets.UTF_8, "?"),
    /** What Japanese programs read. A character it lacks becomes a geta (〓), as print shops mark a missing type. */
    WINDOWS_31J(Charset.forName("windows-31j"), "〓");

    private static final List<String> NAMES =
            Arrays.stream(values()).map(FileCharset::label).toList();
    private final Charset charset;
    private final byte[] missing;

    FileCharset(Charset charset, String missing) {
        this.charset = charset;
        this.missing = missing.getBytes(charset);
    }

    /** The one that was typed, if any was. */
    static FileCharset of(@Nullable String typed, FileCharset unlessGiven) {
        Parameters query = new Parameters();
        var name = query.optionalWord("charset", typed, NAMES);
        query.check();
        return name.map(known -> values()[NAMES.indexOf(known)]).orElse(unlessGiven);
    }

    /** CSV in this encoding. */
    MediaType csv() {
        return new MediaType("text", "csv", charset);
    }

    /** The text in this encoding. */
    ByteBuffer bytes(String text) {
        try {
            return charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(missing)
                    .encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String label() {
        return charset == StandardCharsets.UTF_8 ? "UTF-8" : "windows-31j";
    }
}
