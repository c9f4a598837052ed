package jp.shomei.correspondence.letter;

import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.correspondence.document.Archivable;
import jp.shomei.correspondence.document.DocumentPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters can be kept as they are (ISO 19005-2, PDF/A-2u), says the reference validator. */
class ArchivableLetterTest {

    private static final LetterPrinter PRINTER = new LetterPrinter(new DocumentPrinter(), PriceTable.asPublished());

    static Stream<LetterContent> letters() {
        return Stream.of(
                LetterSamples.letter(1),
                LetterSamples.letter(7),
                LetterSamples.naming(List.of("テスト中です#%& * > ? @", "①②Ⅲ㈱髙﨑～∑µ")));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void keepsEveryClauseOfTheStandard(LetterContent letter) throws Exception {
        Archivable.keepsEveryClause(PRINTER.print(letter).pdf());
    }
}
