package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * What a slip says of who sends it.
 *
 * @param registrationNumber the number under which the issuer is registered for qualified invoices
 *     (適格請求書発行事業者登録番号); absent if it is not
 * @param payee the account to pay into (振込先口座), in words
 */
public record SlipIssuer(@Nullable String registrationNumber, String payee) {}
