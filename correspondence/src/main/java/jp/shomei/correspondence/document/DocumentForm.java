package jp.shomei.correspondence.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The form (用紙) of one kind of document: a template of XHTML in which {@code style} is its style sheet. Whatever a value
 * holds is text there, and nothing of it is markup.
 */
public final class DocumentForm {

    private final Template template;
    private final Map<String, String> style;
    private final String title;
    private final String generated;

    /**
     * Reads a form.
     *
     * @param beside the class beside which it lies, as {@code NAME.xhtml} and {@code NAME.css}
     * @param name its name
     * @param title the title of its documents
     * @param generated the characters that the style sheet adds to what the documents say, such as page numbers
     */
    public DocumentForm(Class<?> beside, String name, String title, String generated) {
        // a value that is missing is an error unless a default is set, and none is
        this.template = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .compile(Resources.text(beside, name + ".xhtml"));
        this.style = Map.of("style", Resources.text(beside, name + ".css"));
        this.title = title;
        this.generated = generated;
    }

    String title() {
        return title;
    }

    String generated() {
        return generated;
    }

    /** A document's text with its markup. */
    String fill(Object values) {
        StringWriter filled = new StringWriter();
        template.execute(values, style, filled);
        return filled.toString();
    }

    /** Reads markup that was filled in. */
    static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException unreadable) {
            // the cause would show a part of the document
            throw new UnprintableDocument("a document's text is not well-formed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
