package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before places were recorded, a payment was known again by its day; where it was reported is not recorded. */
final class FeePaid_1_to_2Upcaster extends RevisionUpcaster {

    FeePaid_1_to_2Upcaster() {
        super("jp.shomei.contracts.fee.FeePaid");
    }

    @Override
    void complete(ObjectNode payload) {
        // nothing can be added
    }
}
