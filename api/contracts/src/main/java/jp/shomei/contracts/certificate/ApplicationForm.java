package jp.shomei.contracts.certificate;

import java.util.List;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The application form (証明書発行申請情報の入力画面) as typed, nothing checked yet.
 *
 * @param category 分類
 * @param prefecture 都道府県コード
 * @param scoreTable 点数表
 * @param institutionCode 医療機関コード: 7 digits, or a health-check body's 10
 * @param insurerNumber 保険者番号: 8 digits, instead of the three fields before
 * @param institutionName 医療機関(薬局)名称
 * @param contactName 担当部署/担当者名
 * @param phone 電話番号
 * @param email メールアドレス
 * @param terminalName 端末名称等
 * @param feeAccepted whether the fee was accepted
 */
public record ApplicationForm(
        @Nullable String category,
        @Nullable String prefecture,
        @Nullable String scoreTable,
        @Nullable String institutionCode,
        @Nullable String insurerNumber,
        @Nullable String institutionName,
        @Nullable String contactName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String terminalName,
        @Nullable Boolean feeAccepted) {

    /** Every bad field, in the order of the form; empty if the form is good. */
    public List<FieldError> check() {
        return new ApplicationReader(this).errors();
    }

    /**
     * The application.
     *
     * @throws Refused naming every bad field
     */
    public Application toApplication() {
        return new ApplicationReader(this).application();
    }
}
