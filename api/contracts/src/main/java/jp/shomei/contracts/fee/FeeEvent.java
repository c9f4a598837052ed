package jp.shomei.contracts.fee;

/** The events of one bill: an institution's fees of one billing month, and how they are collected. */
public sealed interface FeeEvent
        permits FeeCharged,
                ChargeReversed,
                DeductionInstructed,
                DeductionSettled,
                DeductionFailed,
                SlipPlanned,
                SlipIssued,
                FeePaid,
                FeeOverdue,
                FeeDefaulted,
                FeeWrittenOff,
                RefundOrdered,
                FeeRefunded,
                NothingToCollect,
                OutcomeUnmatched,
                ReversalOffset {

    /** The bill. */
    String billId();
}
