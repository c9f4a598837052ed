package jp.shomei.projections.reminder.view;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Whose certificate has a serial number.
 *
 * @param serialNumber hexadecimal, lower case
 * @param requestId リクエストID
 * @param generation of which generation it is
 */
public record SerialDocument(@BsonId String serialNumber, String requestId, int generation) {}
