package jp.shomei.projections.fee.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What was charged for a certificate or a notice.
 *
 * @param subject request ID or notice ID
 * @param charges on which bill each charge is, by its name
 */
public record SubjectDocument(@BsonId String subject, Map<String, String> charges) {

    /** The map of charges, as the database knows it. */
    public static final String CHARGES = "charges";
}
