package jp.shomei.contracts.message;

import tools.jackson.databind.node.ObjectNode;

/** Before notices could be reissued, every box was of the first edition. */
final class NoticeBoxEnclosed_1_to_2Upcaster extends RevisionUpcaster {

    NoticeBoxEnclosed_1_to_2Upcaster() {
        super("jp.shomei.contracts.notice.NoticeBoxEnclosed");
    }

    @Override
    void complete(ObjectNode payload) {
        if (payload.get("box") instanceof ObjectNode box) {
            box.put("edition", 1);
        }
    }
}
