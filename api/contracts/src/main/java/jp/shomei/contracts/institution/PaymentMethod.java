package jp.shomei.contracts.institution;

/** How fees are paid, as chosen on the application for use (利用申請). */
public enum PaymentMethod {
    /** 診療(調剤)報酬支払額から控除. */
    DEDUCTION,
    /** 払込請求書による振込み. */
    PAYMENT_SLIP
}
