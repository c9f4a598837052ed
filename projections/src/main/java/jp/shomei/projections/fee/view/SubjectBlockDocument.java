package jp.shomei.projections.fee.view;

import java.util.Map;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.projections.block.view.Beginning;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What was charged for certificates or notices whose IDs begin alike. They are mostly charged for at about the same time, so
 * that one document is written for many of them.
 *
 * @param block how the IDs begin
 * @param charges by request ID or notice ID, on which bill each charge is, by its name
 */
public record SubjectBlockDocument(@BsonId String block, Map<String, Map<String, String>> charges) {

    /** The map of charges, as the database knows it. */
    public static final String CHARGES = "charges";

    /** The {@code _id} of the block that a certificate or notice is in. */
    public static String block(String subject) {
        return (RequestId.isWellFormed(subject) ? Beginning.OF_REQUEST_ID : Beginning.OF_NOTICE_ID).of(subject);
    }

    /** On which bill each charge is that has to do with a certificate or notice. */
    public Map<String, String> of(String subject) {
        return charges.getOrDefault(subject, Map.of());
    }
}
