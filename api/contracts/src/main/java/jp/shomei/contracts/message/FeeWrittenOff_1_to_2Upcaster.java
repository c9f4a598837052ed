package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before reversals were set off, the whole bill was written off. */
final class FeeWrittenOff_1_to_2Upcaster extends RevisionUpcaster {

    FeeWrittenOff_1_to_2Upcaster() {
        super("jp.shomei.contracts.fee.FeeWrittenOff");
    }

    @Override
    void complete(ObjectNode payload) {
        payload.putArray("offsets");
    }
}
