package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes contact or terminal name of an issued certificate. What is absent stays as it is. Answers a
 * {@link jp.shomei.contracts.message.Recorded}, also if nothing differs; refused with {@code INVALID_FIELDS},
 * {@code NOT_ISSUED}, {@code ALREADY_REVOKED}, {@code CERTIFICATE_EXPIRED}.
 *
 * @param requestId the certificate
 * @param contactName 担当部署/担当者名
 * @param terminalName 端末名称等
 * @param email メールアドレス
 * @param phone 電話番号
 */
public record ChangeContact(
        @TargetAggregateIdentifier String requestId,
        @Nullable String contactName,
        @Nullable String terminalName,
        @Nullable String email,
        @Nullable String phone) {}
