package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.correspondence.document.DocumentPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Letters can be kept as they are (ISO 19005-2, PDF/A-2u), says the reference validator. */
class ArchivableLetterTest {

    private static final LetterPrinter PRINTER = new LetterPrinter(new DocumentPrinter());

    static Stream<LetterContent> letters() {
        return Stream.of(
                LetterSamples.letter(1),
                LetterSamples.letter(7),
                LetterSamples.naming(List.of("テスト中です#%& * > ? @", "①②Ⅲ㈱髙﨑～∑µ")));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void keepsEveryClauseOfTheStandard(LetterContent letter) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = PRINTER.print(letter).pdf();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .filteredOn(clause -> clause.getStatus() != TestAssertion.Status.PASSED)
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
        }
    }
}
