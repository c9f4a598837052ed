package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before the promise was watched, a notice was late when its day of posting was over. */
final class NoticePrepared_1_to_2Upcaster extends RevisionUpcaster {

    NoticePrepared_1_to_2Upcaster() {
        super("jp.shomei.contracts.notice.NoticePrepared");
    }

    @Override
    void complete(ObjectNode payload) {
        payload.set("promisedBy", payload.get("dispatchOn"));
    }
}
