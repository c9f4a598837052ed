package jp.shomei.correspondence.mail;

/**
 * What became of a mail that was to be handed over.
 *
 * @param outcome whether it was taken
 * @param words what the mail server said; empty if it took the mail
 */
record DeliveryReply(Outcome outcome, String words) {

    /** Whether a mail was taken, and if not, whose fault it is. */
    enum Outcome {
        /** The mail server took it. */
        TAKEN,
        /** The recipient, or this mail, is refused for good. */
        REFUSED,
        /** Not now: this mail may be taken later. */
        LATER,
        /** The mail server fell silent in the middle. */
        SILENT,
        /** The mail server cannot be reached, or takes no mail of ours at all: it is not this mail's fault. */
        AWAY
    }

    static DeliveryReply taken() {
        return new DeliveryReply(Outcome.TAKEN, "");
    }

    static DeliveryReply refused(String words) {
        return new DeliveryReply(Outcome.REFUSED, words);
    }

    static DeliveryReply later(String words) {
        return new DeliveryReply(Outcome.LATER, words);
    }

    static DeliveryReply silent(String words) {
        return new DeliveryReply(Outcome.SILENT, words);
    }

    static DeliveryReply away(String words) {
        return new DeliveryReply(Outcome.AWAY, words);
    }
}
