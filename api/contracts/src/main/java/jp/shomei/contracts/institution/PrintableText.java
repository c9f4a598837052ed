package jp.shomei.contracts.institution;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;

/** What the mailed notice can print: the characters of windows-31j, without those that every machine draws its own way. */
public final class PrintableText {

    private static final Charset PRINTED = Charset.forName("windows-31j");

    /** Signs that some keyboards send as one character and windows-31j holds as another: 〜 − ‖ —. */
    private static final Map<Integer, Integer> SAME_SIGN =
            Map.of(0x301C, 0xFF5E, 0x2212, 0xFF0D, 0x2016, 0x2225, 0x2014, 0x2015);

    private PrintableText() {}

    /** Whether every character can be printed. */
    public static boolean isPrintable(String text) {
        String known = inSignsOfItsCharset(text);
        return PRINTED.newEncoder().canEncode(known) && known.codePoints().noneMatch(PrintableText::isUserDefined);
    }

    /** The same text in the signs that windows-31j holds, so that it can be written in it. */
    public static String inSignsOfItsCharset(String text) {
        return text.codePoints()
                .map(character -> SAME_SIGN.getOrDefault(character, character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A character of the machine's owner (外字). */
    private static boolean isUserDefined(int character) {
        return Character.getType(character) == Character.PRIVATE_USE;
    }
}
