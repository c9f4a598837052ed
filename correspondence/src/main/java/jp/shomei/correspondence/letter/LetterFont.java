package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The one font of the letters: IPAex Gothic. It is read anew for each letter, since a font in use keeps its place in its file. */
final class LetterFont {

    /** Signs of windows-31j that the font has not, and as what it draws them: the micro sign and the sum sign. */
    private static final Map<Integer, Integer> STAND_INS = Map.of(0x00B5, 0x03BC, 0x2211, 0x03A3);

    private final byte[] file = Resources.bytes("font/ipaexg.ttf");

    /** The font, to be closed by whoever asked. */
    TrueTypeFont open() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }

    /** The same text in signs that the font can draw. */
    static String drawable(String text) {
        return text.codePoints()
                .map(character -> STAND_INS.getOrDefault(character, character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * The character that each glyph of a text stands for. The font draws some characters with one glyph, 行 and the
     * radical ⾏ for example, so that only the text tells which is meant.
     *
     * @throws IllegalStateException if the font has no glyph for one of the characters
     */
    static SortedMap<Integer, Integer> charactersByGlyph(TrueTypeFont font, String text) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        SortedMap<Integer, Integer> characters = new TreeMap<>();
        text.codePoints().filter(character -> !isLayout(character)).forEach(character -> {
            int glyph = glyphs.getGlyphId(character);
            if (glyph == 0) {
                throw new IllegalStateException(String.format("the letters' font cannot draw U+%04X", character));
            }
            characters.putIfAbsent(glyph, character);
        });
        return characters;
    }

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
