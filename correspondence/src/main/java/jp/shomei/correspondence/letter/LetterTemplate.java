package jp.shomei.correspondence.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A letter as a document of XHTML. Whatever a value holds is text there, and nothing of it is markup. */
final class LetterTemplate {

    private final Template template;
    private final String style = Resources.text("letter.css");

    LetterTemplate() {
        // a value that is missing is an error unless a default is set, and none is
        this.template =
                Mustache.compiler().escapeHTML(true).strictSections(true).compile(Resources.text("letter.xhtml"));
    }

    /** The letter's text with its markup. */
    String fill(LetterContent content) {
        return template.execute(LetterValues.of(content, style));
    }

    /** Reads markup that was filled in. */
    static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException unreadable) {
            // the cause would show a part of the letter
            throw new UnprintableLetter("a letter's text is not well-formed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
