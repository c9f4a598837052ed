package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before places were recorded, a refund was known again by its day; where it was reported is not recorded. */
final class FeeRefunded_1_to_2Upcaster extends RevisionUpcaster {

    FeeRefunded_1_to_2Upcaster() {
        super("jp.shomei.contracts.fee.FeeRefunded");
    }

    @Override
    void complete(ObjectNode payload) {
        // nothing can be added
    }
}
