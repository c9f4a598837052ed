package jp.shomei.projections.fee.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A branch of the {@link BillTree}.
 *
 * @param beginning how the IDs below it begin; {@link BillTree#MONTHS} for all
 * @param longer whether there are any that begin with these, which are longer
 */
public record BillBranchDocument(@BsonId String beginning, Map<String, Boolean> longer) {

    /** The map of longer beginnings, as the database knows it. */
    public static final String LONGER = "longer";
}
