package jp.shomei.correspondence.mail;

/** Hands mails over. Called by several threads at once. */
interface Delivery {

    /** Hands a mail over; returns once it is taken, or known not to be. Never waits long for a sign of life. */
    DeliveryReply deliver(OutgoingMail mail);
}
