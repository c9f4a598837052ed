package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before slips recorded what they say of the issuer, they were printed as it was set that day; what that was is not recorded. */
final class SlipIssued_1_to_2Upcaster extends RevisionUpcaster {

    SlipIssued_1_to_2Upcaster() {
        super("jp.shomei.contracts.fee.SlipIssued");
    }

    @Override
    void complete(ObjectNode payload) {
        // nothing can be added
    }
}
