package jp.shomei.correspondence.document;

import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of all documents: IPAex Gothic. A font in use keeps its place in its file, so that each serves one document
 * at a time; a few are kept for the documents that follow, since reading one takes as long as laying out a page.
 */
final class DocumentFont {

    /** Signs of windows-31j that the font has not, and as what it draws them: the micro sign and the sum sign. */
    private static final Map<Integer, Integer> STAND_INS = Map.of(0x00B5, 0x03BC, 0x2211, 0x03A3);

    private static final int KEPT = 2;

    private final byte[] file = Resources.bytes(DocumentFont.class, "font/ipaexg.ttf");
    private final Queue<TrueTypeFont> idle = new ArrayBlockingQueue<>(KEPT);

    /**
     * A font for one document. When a document is saved it closes its font, which means nothing to one that is in memory.
     *
     * @see #giveBack
     */
    TrueTypeFont take() throws IOException {
        TrueTypeFont kept = idle.poll();
        return kept == null ? read() : kept;
    }

    /** The document is done, and the font can serve another. */
    void giveBack(TrueTypeFont font) {
        // one too many is forgotten
        idle.offer(font);
    }

    private TrueTypeFont read() throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // characters are to be drawn one by one and not as ligatures, which would also be looked for at length
        font.setEnableGsub(false);
        return font;
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
     * @throws UnprintableDocument if the font has no glyph for one of the characters
     */
    static SortedMap<Integer, Integer> charactersByGlyph(TrueTypeFont font, String text) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        SortedMap<Integer, Integer> characters = new TreeMap<>();
        text.codePoints().filter(character -> !isLayout(character)).forEach(character -> {
            int glyph = glyphs.getGlyphId(character);
            if (glyph == 0) {
                throw new UnprintableDocument(String.format("the documents' font cannot draw U+%04X", character));
            }
            characters.putIfAbsent(glyph, character);
        });
        return characters;
    }

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
