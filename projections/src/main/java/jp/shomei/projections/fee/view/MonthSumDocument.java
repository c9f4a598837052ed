package jp.shomei.projections.fee.view;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the bills of a month come to.
 *
 * @param month such as 2024-06
 * @param figures the sums of their {@link BillFigures}
 */
public record MonthSumDocument(@BsonId String month, Map<String, Long> figures) {}
