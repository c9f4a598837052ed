package jp.shomei.projections.certificate.view;

import java.util.Map;
import jp.shomei.contracts.institution.InstitutionCode;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The open applications for a terminal name of an institution.
 *
 * @param terminal institution and terminal name
 * @param requests whether an application, by its request ID, is open
 */
public record TerminalDocument(@BsonId String terminal, Map<String, Boolean> requests) {

    /** The map of request IDs, as the database knows it. */
    public static final String REQUESTS = "requests";

    /** The {@code _id} of an institution's terminal name. */
    public static String id(InstitutionCode institution, String terminalName) {
        return institution.value() + ":" + terminalName;
    }
}
