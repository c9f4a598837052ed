package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before places were recorded, what did not fit was known again by what it says; where it was reported is not recorded. */
final class OutcomeUnmatched_1_to_2Upcaster extends RevisionUpcaster {

    OutcomeUnmatched_1_to_2Upcaster() {
        super("jp.shomei.contracts.fee.OutcomeUnmatched");
    }

    @Override
    void complete(ObjectNode payload) {
        // nothing can be added
    }
}
