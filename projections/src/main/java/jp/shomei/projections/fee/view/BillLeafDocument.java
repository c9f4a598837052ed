package jp.shomei.projections.fee.view;

import java.util.Map;
import jp.shomei.contracts.fee.BillStatus;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A leaf of the {@link BillTree}.
 *
 * @param beginning how the IDs in it begin
 * @param bills where each bill stands, by its ID
 */
public record BillLeafDocument(@BsonId String beginning, Map<String, BillStatus> bills) {

    /** The map of bills, as the database knows it. */
    public static final String BILLS = "bills";
}
