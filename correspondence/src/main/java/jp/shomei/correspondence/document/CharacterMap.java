package jp.shomei.correspondence.document;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Which characters the glyphs of a document stand for, as PDF wants it written (ISO 32000-1, 9.10.3: ToUnicode CMaps). */
final class CharacterMap {

    /** An operator takes no more (Adobe Technical Note 5014). */
    private static final int MOST_AT_ONCE = 100;

    private CharacterMap() {}

    /** The map, which holds each glyph by itself. */
    static byte[] write(SortedMap<Integer, Integer> characters) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        Iterator<Map.Entry<Integer, Integer>> left = characters.entrySet().iterator();
        for (int written = 0; written < characters.size(); written += MOST_AT_ONCE) {
            int count = Math.min(MOST_AT_ONCE, characters.size() - written);
            map.append(count).append(" beginbfchar\n");
            for (int index = 0; index < count; index++) {
                Map.Entry<Integer, Integer> next = left.next();
                map.append(String.format(Locale.ROOT, "<%04X> <%s>\n", next.getKey(), utf16(next.getValue())));
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String utf16(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "%04X", unit))
                .collect(Collectors.joining());
    }
}
