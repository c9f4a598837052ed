package jp.shomei.projections.fee.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Which bills an institution has.
 *
 * @param institution ten-digit code or insurer number
 * @param bills whether it has one, by its ID
 */
public record PayerDocument(@BsonId String institution, Map<String, Boolean> bills) {

    /** The map of bills, as the database knows it. */
    public static final String BILLS = "bills";
}
